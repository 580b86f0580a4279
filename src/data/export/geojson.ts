import type { Geometry } from "geojson";
import { exportFeatures } from "./export-feature";
import type { ExportFormat, ExportSet } from "./export-set";
import { originOf } from "./origin";
import { boxOf } from "./positions";

function* tidied(set: ExportSet): Generator<Geometry | null> {
  for (const { geometry } of exportFeatures(set)) yield geometry;
}

function* write(set: ExportSet): Generator<string> {
  const bbox = boxOf(tidied(set));
  const head = { type: "FeatureCollection", name: "sarhad", ...(bbox && { bbox }), origin: originOf(set) };
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
  let separator = "\n";
  for (const { id, geometry, properties } of exportFeatures(set)) {
    const box = geometry && geometry.type !== "Point" ? boxOf([geometry]) : null;
    yield separator + JSON.stringify({ type: "Feature", id, ...(box && { bbox: box }), geometry, properties });
    separator = ",\n";
  }
  yield "\n]}\n";
}

/** RFC 7946, with the whole record nested in each feature and the origin as a member of the collection. */
export const geojson: ExportFormat = {
  id: "geojson",
  name: "GeoJSON",
  holds: () => true,
  keepsSort: () => true,
  write: (set) => [{ part: null, extension: "geojson", mediaType: "application/geo+json", chunks: write(set) }],
};
