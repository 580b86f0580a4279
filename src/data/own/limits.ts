/** What an import may be at most; stated in the dialog and enforced before and while it is read. */
export const LIMITS = {
  /** Formats read row by row: CSV, newline-delimited GeoJSON, FlatGeobuf. */
  streamedBytes: 200 * 1024 * 1024,
  streamedFeatures: 1_000_000,
  /** Formats read whole: GeoJSON, TopoJSON, Esri JSON, KML, GPX. */
  wholeBytes: 50 * 1024 * 1024,
  wholeFeatures: 200_000,
  vertices: 2_000_000,
  /** Zipped KML. */
  zipBytes: 50 * 1024 * 1024,
  zipRatio: 100,
  zipEntries: 200,
  nesting: 32,
  textBytes: 10 * 1024,
  keys: 200,
  silentMilliseconds: 15_000,
  totalMilliseconds: 120_000,
} as const;

/** Kinds of file that can be read. */
export const FORMATS = ["csv", "geojson", "ndjson", "topojson", "esrijson", "kml", "kmz", "gpx", "flatgeobuf"] as const;
export type Format = (typeof FORMATS)[number];

/** The greatest size in bytes of a file of this format. */
export function byteLimit(format: Format): number {
  const isStreamed = format === "csv" || format === "ndjson" || format === "flatgeobuf";
  return isStreamed ? LIMITS.streamedBytes : LIMITS.wholeBytes;
}
