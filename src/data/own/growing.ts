/** A number column that grows; `take` gives its exact length. */
export class GrowingNumbers<
  A extends Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array,
> {
  #values: A;
  #length = 0;
  readonly #create: new (
    length: number,
  ) => A;

  constructor(create: new (length: number) => A) {
    this.#create = create;
    this.#values = new create(1024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#create(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  get length(): number {
    return this.#length;
  }

  /** Puts `value` in the place of one that was pushed. */
  set(at: number, value: number): void {
    this.#values[at] = value;
  }

  /** A copy of its exact length; nothing is pushed after that. */
  take(): A {
    return this.#values.slice(0, this.#length) as A;
  }
}

const encoder = new TextEncoder();

/** Texts one after the other as UTF-8, in one piece of memory that grows. */
export class GrowingTexts {
  #bytes = new Uint8Array(4096);
  #length = 0;
  readonly #ends = new GrowingNumbers(Uint32Array);

  push(text: string): void {
    const most = text.length * 3;
    if (this.#length + most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + most));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
    this.#ends.push(this.#length);
  }

  take(): { bytes: Uint8Array; ends: Uint32Array } {
    return { bytes: this.#bytes.slice(0, this.#length), ends: this.#ends.take() };
  }
}

const PART_BYTES = 4 * 1024 * 1024;

/** Texts that may become very many: kept as a Blob, which a browser may move to its disk. */
export class GrowingBlob {
  readonly #parts: Blob[] = [];
  readonly #bytes = new Uint8Array(PART_BYTES);
  #used = 0;
  #total = 0;
  readonly #ends = new GrowingNumbers(Float64Array);

  push(text: string): void {
    const encoded = encoder.encode(text);
    if (this.#used + encoded.length > PART_BYTES) this.#flush();
    if (encoded.length > PART_BYTES) this.#parts.push(new Blob([encoded]));
    else {
      this.#bytes.set(encoded, this.#used);
      this.#used += encoded.length;
    }
    this.#total += encoded.length;
    this.#ends.push(this.#total);
  }

  #flush(): void {
    if (this.#used > 0) this.#parts.push(new Blob([this.#bytes.slice(0, this.#used)]));
    this.#used = 0;
  }

  take(): { blob: Blob; ends: Float64Array } {
    this.#flush();
    return { blob: new Blob(this.#parts), ends: this.#ends.take() };
  }
}
