import { decodeWhole, StrictDecoder } from "./decode";
import { FeatureIntake, fieldsOf, sampleOf, suggestFromFields, withId } from "./feature-intake";
import { sourceOf } from "./features-source";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import { checkDepth, isObject, type JsonObject, parseJson, refuseForbiddenKeys } from "./safe-json";
import type { Source } from "./source";

const GEOMETRIES = [
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
];

/** The name of the coordinate system that a collection states, as old files do. */
function crsNameOf(value: unknown): string | null {
  const crs = isObject(value) ? value.crs : null;
  const properties = isObject(crs) ? crs.properties : null;
  return isObject(properties) && typeof properties.name === "string" ? properties.name.slice(0, 200) : null;
}

/** True for a collection that the atlas wrote itself: the ids of its features are the numbers of rows or stand within. */
const isExport = (value: JsonObject) => value.name === "sarhad" && isObject(value.origin);

/** The features of a parsed GeoJSON value: a collection, one feature, a list of those, or a bare geometry. */
function featuresOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0 && value.every((part) => isObject(part) && "type" in part)) {
    return value.flatMap(featuresOf);
  }
  if (!isObject(value)) throw new ImportError("not-geojson");
  refuseForbiddenKeys(value);
  if (value.type === "FeatureCollection" && Array.isArray(value.features)) {
    return isExport(value) ? value.features : value.features.map(withId);
  }
  if (value.type === "Feature") return [withId(value)];
  if (typeof value.type === "string" && GEOMETRIES.includes(value.type)) {
    return [{ type: "Feature", geometry: value, properties: {} }];
  }
  throw new ImportError("not-geojson", typeof value.type === "string" ? value.type.slice(0, 80) : "");
}

/** True for a set of features, or one of them, as ArcGIS writes them: neither has a type. */
const isEsri = (value: JsonObject): boolean =>
  !("type" in value) &&
  (Array.isArray(value.features)
    ? "geometryType" in value || value.features.some((feature) => isObject(feature) && "attributes" in feature)
    : isObject(value.attributes) && "geometry" in value);

/** Opens GeoJSON, TopoJSON or Esri JSON, which are read whole. */
export async function openGeoJson(blob: Blob): Promise<Source> {
  const text = decodeWhole(new Uint8Array(await blob.arrayBuffer()));
  const value = parseJson(text);
  if (isObject(value) && value.type === "Topology") {
    const { featuresOfTopology } = await import("./topology");
    return sourceOf("topojson", featuresOfTopology(value), null);
  }
  if (isObject(value) && isEsri(value)) return (await import("./esri-source")).openEsri(value);
  return sourceOf("geojson", featuresOf(value), crsNameOf(value));
}

const HEAD_BYTES = 256 * 1024;
const RECORD_SEPARATOR = "\u001e";
const LONGEST_LINE = 16 * 1024 * 1024;

/** The value of one line, or null for one that is not JSON. A record separator (RFC 8142) before it is passed over. */
function lineValue(line: string): unknown {
  try {
    checkDepth(line);
    return withId(JSON.parse(line));
  } catch {
    return null;
  }
}

const contentOf = (line: string) => line.replaceAll(RECORD_SEPARATOR, "").trim();

/** Opens GeoJSON with one feature per line, which is read as it streams. */
export async function openNdjson(blob: Blob): Promise<Source> {
  const head = new StrictDecoder().push(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
  const lines = head.split("\n").slice(0, HEAD_BYTES < blob.size ? -1 : undefined);
  const first = lines
    .map(contentOf)
    .filter((line) => line !== "")
    .map(lineValue);
  const fields = fieldsOf(first);
  return {
    preview: {
      format: "ndjson",
      fields,
      sample: sampleOf(first, fields),
      suggested: suggestFromFields(fields),
      needsPosition: false,
    },
    read: async (mapping, onProgress) => {
      const taking = new FeatureIntake(mapping, fields, LIMITS.streamedFeatures);
      const takeLine = (line: string) => {
        const content = contentOf(line);
        if (content === "") return;
        const value = lineValue(content);
        if (value === null) taking.refuse("bad-feature");
        else taking.take(value);
      };
      const strict = new StrictDecoder();
      const stream = blob.stream().getReader();
      let [rest, done] = ["", 0];
      for (;;) {
        const { done: isOver, value } = await stream.read();
        const pieces = (rest + (isOver ? strict.finish() : strict.push(value))).split("\n");
        rest = isOver ? "" : (pieces.pop() ?? "");
        if (rest.length > LONGEST_LINE) throw new ImportError("not-json");
        for (const line of pieces) takeLine(line);
        if (isOver) break;
        done += value.length;
        onProgress(done, blob.size);
      }
      if (taking.intake.total === 0) throw new ImportError("no-rows");
      return { intake: taking.intake, fields: null, crs: null };
    },
  };
}
