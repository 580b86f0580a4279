/** What went wrong with a data file; the catalogue of the page has one sentence for each. */
export type DataFault = "offline" | "timeout" | "status" | "not-json" | "truncated" | "not-a-collection";

/** A data file that cannot be used. The message names the file and what was wrong: `strikes.geojson: answered 404`. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly file: string;
  readonly fault: DataFault;

  constructor(file: string, fault: DataFault, detail: string, options?: ErrorOptions) {
    super(`${file}: ${detail}`, options);
    this.file = file;
    this.fault = fault;
  }
}
