/** What can be wrong with an input; the catalogue of the page has one sentence for each. */
export type InputFault =
  | "not-a-number"
  | "out-of-range"
  | "negative"
  | "too-wide"
  | "too-few-vertices"
  | "no-length"
  | "not-a-line"
  | "unknown-id"
  | "too-many";

/** An input that is refused. The message says what, which and the value: `invalid latitude of “from”: 95 (…)`. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly fault: InputFault;
  /** What the value is called where it was given: “from”, “line”, “halfWidthMeters”. */
  readonly input: string;
  /** The refused value as text. */
  readonly value: string;

  constructor(fault: InputFault, input: string, value: string, message: string) {
    super(message);
    this.fault = fault;
    this.input = input;
    this.value = value;
  }
}
