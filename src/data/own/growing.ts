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
const BATCH_TEXTS = 256;
const BATCH_CHARACTERS = 16 * 1024;

/** Texts that wait to be encoded together: one by one that takes several times as long. */
class Batch {
  #texts: string[] = [];
  #characters = 0;

  /** Answers true when the batch is to be emptied. */
  push(text: string): boolean {
    this.#characters += text.length;
    return this.#texts.push(text) >= BATCH_TEXTS || this.#characters >= BATCH_CHARACTERS;
  }

  /** How many bytes its texts take at most. */
  get mostBytes(): number {
    return this.#characters * 3;
  }

  /** Writes its texts into `bytes`, and tells of each how many it took. */
  empty(bytes: Uint8Array, tell: (written: number) => void): void {
    const all = this.#texts.join("");
    // Any other character takes more bytes than it has places in a text.
    const isAscii = encoder.encodeInto(all, bytes).written === all.length;
    let used = 0;
    for (const text of this.#texts) {
      const written = isAscii ? text.length : encoder.encodeInto(text, bytes.subarray(used)).written;
      used += written;
      tell(written);
    }
    this.#texts = [];
    this.#characters = 0;
  }
}

/** Texts one after the other as UTF-8, in one piece of memory that grows. */
export class GrowingTexts {
  #bytes = new Uint8Array(4096);
  #length = 0;
  readonly #batch = new Batch();
  readonly #ends = new GrowingNumbers(Uint32Array);

  push(text: string): void {
    if (this.#batch.push(text)) this.#encode();
  }

  #encode(): void {
    const most = this.#length + this.#batch.mostBytes;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, most));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#batch.empty(this.#bytes.subarray(this.#length), (written) => {
      this.#length += written;
      this.#ends.push(this.#length);
    });
  }

  take(): { bytes: Uint8Array; ends: Uint32Array } {
    this.#encode();
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
  readonly #batch = new Batch();
  readonly #ends = new GrowingNumbers(Float64Array);

  push(text: string): void {
    if (this.#batch.push(text)) this.#encode();
  }

  #encode(): void {
    const most = this.#batch.mostBytes;
    if (this.#used + most > PART_BYTES) this.#flush();
    const isLarge = most > PART_BYTES;
    const bytes = isLarge ? new Uint8Array(most) : this.#bytes.subarray(this.#used);
    const before = this.#total;
    this.#batch.empty(bytes, (written) => {
      this.#total += written;
      this.#ends.push(this.#total);
    });
    const written = this.#total - before;
    if (isLarge) this.#parts.push(new Blob([bytes.subarray(0, written)]));
    else this.#used += written;
  }

  #flush(): void {
    if (this.#used > 0) this.#parts.push(new Blob([this.#bytes.slice(0, this.#used)]));
    this.#used = 0;
  }

  take(): { blob: Blob; ends: Float64Array } {
    this.#encode();
    this.#flush();
    return { blob: new Blob(this.#parts), ends: this.#ends.take() };
  }
}
