import { arcgisToGeoJSON } from "@terraformer/arcgis";
import type { Geometry } from "geojson";
import { sourceOf } from "./features-source";
import { eachPosition } from "./geometry";
import type { NoteReason } from "./issues";
import { loadToDegrees, projectionNamed, type ToDegrees } from "./projection";
import { Refused } from "./refused";
import { isObject, type JsonObject, refuseForbiddenKeys } from "./safe-json";
import type { Source } from "./source";

/** What holds positions, and how deep they lie in it. */
const DEPTHS = { points: 1, paths: 2, rings: 2 } as const;

/** The name of a spatial reference: by its number, the latest where it has two, else its well-known text. */
function crsOf(reference: unknown): string | null {
  if (!isObject(reference)) return null;
  const number = [reference.latestWkid, reference.wkid].find((one) => typeof one === "number");
  if (number !== undefined) return `EPSG:${number}`;
  return typeof reference.wkt === "string" ? reference.wkt.slice(0, 200) : null;
}

/** The same of one feature. */
const ownCrsOf = (feature: unknown): string | null =>
  isObject(feature) && isObject(feature.geometry) ? crsOf(feature.geometry.spatialReference) : null;

/** `value` with two numbers in each position, or three where the third is a height and no measure along a line. */
function withoutMeasures(value: unknown, depth: number, isMeasured: boolean): unknown[] {
  if (!Array.isArray(value)) throw new TypeError("a list was expected");
  if (depth === 0) return value.slice(0, isMeasured ? 2 : 3);
  return value.map((part) => withoutMeasures(part, depth - 1, isMeasured));
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A ring as far as it goes: null for one of fewer than three corners, which encloses nothing. */
function ringOf(positions: unknown[]): { readonly ring: unknown[]; readonly wasOpen: boolean } | null {
  const wasOpen = positions.length > 0 && !isSame(positions[0], positions.at(-1));
  const ring = wasOpen ? [...positions, positions[0]] : positions;
  return ring.length < 4 ? null : { ring, wasOpen };
}

interface ReadGeometry {
  readonly geometry: Geometry | null;
  readonly note: NoteReason | null;
}

/** A GeoJSON geometry in the file's own numbers. Throws an error for what is none. */
function geometryOf(given: JsonObject, set: JsonObject): ReadGeometry {
  const flag = (name: "hasZ" | "hasM") => (given[name] ?? set[name]) === true;
  const isMeasured = flag("hasM") && !flag("hasZ");
  const list = (["points", "paths", "rings"] as const).find((name) => name in given);
  // An empty point has no numbers.
  if (!list && "x" in given && (given.x === null || given.x === "NaN")) return { geometry: null, note: null };
  if (!list) {
    const { x, y, z, xmin, ymin, xmax, ymax } = given;
    return { geometry: arcgisToGeoJSON({ x, y, z, xmin, ymin, xmax, ymax }), note: null };
  }
  const parts = withoutMeasures(given[list], DEPTHS[list], isMeasured);
  if (parts.length === 0) return { geometry: null, note: null };
  if (list !== "rings") return { geometry: arcgisToGeoJSON({ [list]: parts }), note: null };
  const read = (parts as unknown[][]).map(ringOf);
  const rings = read.flatMap((one) => (one ? [one.ring] : []));
  const note = rings.length < parts.length ? "parts-left-out" : read.some((one) => one?.wasOpen) ? "ring-closed" : null;
  return { geometry: rings.length > 0 ? arcgisToGeoJSON({ rings }) : ({} as Geometry), note };
}

function inDegrees(geometry: Geometry, toDegrees: ToDegrees): Geometry {
  const moved = structuredClone(geometry);
  eachPosition(moved, (position) => {
    const [x, y] = position;
    if (typeof x === "number" && typeof y === "number") [position[0], position[1]] = toDegrees(x, y);
  });
  return moved;
}

const DATE_FIELD = "esriFieldTypeDate";

/** The names of the fields that hold dates: milliseconds since 1970 in the file. */
function dateFieldsOf({ fields }: JsonObject): ReadonlySet<unknown> {
  if (!Array.isArray(fields)) return new Set();
  return new Set(fields.filter((one) => isObject(one) && one.type === DATE_FIELD).map(({ name }) => name));
}

/** Attributes as they came, but for the milliseconds of dates, which become ISO 8601. */
function propertiesOf(attributes: JsonObject, dateFields: ReadonlySet<unknown>): JsonObject {
  if (dateFields.size === 0) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const date = dateFields.has(name) && typeof value === "number" ? new Date(value) : null;
      return [name, date && !Number.isNaN(date.getTime()) ? date.toISOString() : value];
    }),
  );
}

interface ReadFeature {
  readonly feature: unknown;
  readonly note: NoteReason | null;
}

/**
 * Opens a feature set of Esri JSON (ArcGIS REST API, “FeatureSet object”), or one feature of it. Positions of a coordinate
 * system that is known here become degrees; another is asked about.
 */
export async function openEsri(value: JsonObject): Promise<Source> {
  refuseForbiddenKeys(value);
  const set: JsonObject = Array.isArray(value.features) ? value : { features: [value] };
  const all = set.features as readonly unknown[];
  const crs = crsOf(set.spatialReference) ?? ownCrsOf(all[0]);
  const projection = crs === null ? "degrees" : projectionNamed(crs);
  const toDegrees = await loadToDegrees(projection ?? "degrees");
  const dateFields = dateFieldsOf(set);

  const read = (feature: unknown): ReadFeature => {
    const isFeature = isObject(feature) && ("attributes" in feature || "geometry" in feature);
    const attributes = isFeature ? (feature.attributes ?? {}) : null;
    if (!isFeature || !isObject(attributes)) return { feature: new Refused("bad-feature"), note: null };
    const properties = propertiesOf(attributes, dateFields);
    if (!isObject(feature.geometry)) return { feature: { type: "Feature", geometry: null, properties }, note: null };
    const own = ownCrsOf(feature);
    // All features of a set are in one system; where one names another, nobody knows which of the two is true.
    if (own !== null && projectionNamed(own) !== projection)
      return { feature: new Refused("bad-geometry"), note: null };
    try {
      const { geometry, note } = geometryOf(feature.geometry, set);
      return { feature: { type: "Feature", geometry: geometry && inDegrees(geometry, toDegrees), properties }, note };
    } catch {
      return { feature: new Refused("bad-geometry"), note: null };
    }
  };
  const features = all.map(read);
  const source = sourceOf(
    "esrijson",
    features.map(({ feature }) => feature),
    projection === null ? crs : null,
    features.map(({ note }) => note),
  );
  const { fields, suggested } = source.preview;
  const firstDate = fields.findIndex((name) => dateFields.has(name));
  if (suggested.date !== null || firstDate < 0) return source;
  return { ...source, preview: { ...source.preview, suggested: { ...suggested, date: firstDate } } };
}
