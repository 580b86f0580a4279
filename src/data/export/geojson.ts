import { exportFeatures } from "./export-feature";
import type { ExportFormat, ExportSet } from "./export-set";
import { originOf } from "./origin";
import { grown } from "./positions";
import { survey } from "./survey";

function* write(set: ExportSet): Generator<string> {
  const { box } = yield* survey(set);
  const head = { type: "FeatureCollection", name: "sarhad", ...(box && { bbox: box }), origin: originOf(set) };
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
  let separator = "\n";
  for (const { id, geometry, properties } of exportFeatures(set)) {
    const bbox = geometry && geometry.type !== "Point" ? grown(null, geometry) : null;
    yield separator + JSON.stringify({ type: "Feature", id, ...(bbox && { bbox }), geometry, properties });
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
