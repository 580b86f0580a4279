/** Why one row or feature was skipped; the catalogue of the page has one sentence for each. */
export type SkipReason =
  | "broken-quote"
  | "too-many-cells"
  | "no-position"
  | "not-a-number"
  | "not-finite"
  | "out-of-range"
  | "bad-geometry"
  | "bad-feature"
  | "forbidden-key"
  | "text-too-long"
  | "too-many-keys"
  | "too-many-features"
  | "too-many-vertices"
  | "network-link"
  | "overlay"
  | "broken-file"
  | "null-island"
  | "duplicate";

/** What was noticed of a row that was taken all the same. */
export type NoteReason =
  | "date-unread"
  | "date-serial"
  | "end-unused"
  | "ring-closed"
  | "text-cleaned"
  | "parts-left-out"
  | "picture-left-out";

/** Numbers of rows or features, as counted in the file from 1, by reason. */
export type Issues<Reason extends string> = ReadonlyMap<Reason, readonly number[]>;

/** Collects numbers by reason. */
export class IssueList<Reason extends string> {
  readonly #numbers = new Map<Reason, number[]>();
  #count = 0;

  add(reason: Reason, number: number): void {
    const known = this.#numbers.get(reason);
    if (known) known.push(number);
    else this.#numbers.set(reason, [number]);
    this.#count++;
  }

  get count(): number {
    return this.#count;
  }

  get all(): Issues<Reason> {
    return this.#numbers;
  }
}
