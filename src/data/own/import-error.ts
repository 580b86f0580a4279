/** Why a whole file cannot be read; the catalogue of the page has one sentence for each. */
export type ImportFault =
  | "empty"
  | "gone"
  | "too-large"
  | "unknown-format"
  | "utf16"
  | "not-utf8"
  | "not-encoding"
  | "too-deep"
  | "not-json"
  | "not-geojson"
  | "not-topojson"
  | "not-xml"
  | "doctype"
  | "not-flatgeobuf"
  | "forbidden-key"
  | "too-many-keys"
  | "no-rows"
  | "zip-broken"
  | "zip-too-large"
  | "zip-ratio"
  | "zip-entries"
  | "zip-no-kml"
  | "stalled"
  | "too-slow"
  | "broken";

/** A file that cannot be read at all. `detail` says where or what: a line, a limit, a parser's words; it may be empty. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly fault: ImportFault;
  readonly detail: string;

  constructor(fault: ImportFault, detail = "") {
    super(detail === "" ? fault : `${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
  }
}
