import { checkGeometry, pointOf } from "./geometry";
import { Intake, type IntakeRow } from "./intake";
import type { NoteReason, SkipReason } from "./issues";
import { type Mapping, suggestMapping } from "./mapping";
import { hasForbiddenKey, isObject, type JsonObject, valueFault } from "./safe-json";
import { SAMPLE_ROWS } from "./source";

/** What GeoJSON calls a feature, with members that may be left out. */
interface Envelope {
  readonly geometry?: JsonObject | null;
  readonly properties?: JsonObject | null;
}

const isObjectOrNone = (value: unknown) => value === null || value === undefined || isObject(value);
const isFeature = (value: unknown): value is Envelope =>
  isObject(value) && value.type === "Feature" && isObjectOrNone(value.geometry) && isObjectOrNone(value.properties);

const MOST_FIELDS = 200;

/** Members in which a property may nest what is wanted of it, by the part of the mapping that wants it. */
const MEMBERS: Readonly<Partial<Record<keyof Mapping, string>>> = {
  title: "en",
  date: "start",
  endDate: "end",
  wherePrecision: "precision",
  whenPrecision: "precision",
  radius: "uncertaintyRadiusM",
};

/** A property as the text that titles, dates and categories are taken from: of an object its member, or its `value`. */
function textOf(value: unknown, member = "value"): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object" && value !== null) {
    const inside = [member, "value"].find((name) => Object.hasOwn(value, name));
    if (inside !== undefined) return textOf((value as Readonly<Record<string, unknown>>)[inside]);
  }
  return value === null || value === undefined ? "" : JSON.stringify(value);
}

/** The names of the properties of the features, in the order in which they appear; no more than two hundred. */
export function fieldsOf(features: readonly unknown[]): string[] {
  const names = new Set<string>();
  for (const feature of features) {
    if (!isObject(feature) || !isObject(feature.properties)) continue;
    for (const name of Object.keys(feature.properties)) names.add(name);
    if (names.size >= MOST_FIELDS) break;
  }
  return [...names].slice(0, MOST_FIELDS);
}

/** The first features as texts by field. */
export function sampleOf(features: readonly unknown[], fields: readonly string[]): string[][] {
  return features.slice(0, SAMPLE_ROWS).map((feature) => {
    const properties = (isFeature(feature) ? feature.properties : null) ?? {};
    return fields.map((name) => (Object.hasOwn(properties, name) ? textOf(properties[name]).slice(0, 200) : ""));
  });
}

/** The mapping that properties suggest; geometries say for themselves where they are. */
export const suggestFromFields = (fields: readonly string[]): Mapping => ({
  ...suggestMapping(fields),
  lng: null,
  lat: null,
  wkt: null,
});

/** A feature whose id, if it has one outside its properties, is the first of them: nothing else would keep it. */
export function withId(feature: unknown): unknown {
  if (!isObject(feature) || (typeof feature.id !== "string" && typeof feature.id !== "number")) return feature;
  const properties = feature.properties ?? {};
  if (!isObject(properties) || Object.hasOwn(properties, "id")) return feature;
  return { ...feature, properties: { id: feature.id, ...properties } };
}

const faultOf = (feature: Envelope, properties: JsonObject): SkipReason | null =>
  hasForbiddenKey(feature) ? "forbidden-key" : valueFault(properties);

type Part = "title" | "category" | "date" | "endDate" | "wherePrecision" | "whenPrecision" | "radius";
type Place = Pick<IntakeRow, "point" | "shape" | "vertices">;

/** Takes GeoJSON features into columns, one by one, counting each. */
export class FeatureIntake {
  readonly intake: Intake;
  readonly #mapping: Mapping;
  readonly #fields: readonly string[];
  #number = 0;

  constructor(mapping: Mapping, fields: readonly string[], featureLimit: number) {
    this.#mapping = mapping;
    this.#fields = fields;
    this.intake = new Intake({ featureLimit, table: mapping.table, dates: mapping });
  }

  /** Counts something that is no feature at all. */
  refuse(reason: SkipReason): void {
    this.intake.skip(++this.#number, reason);
  }

  /** `note` is what its format's reader noticed of it. */
  take(value: unknown, note: NoteReason | null = null): void {
    const number = ++this.#number;
    const feature = isFeature(value) ? value : null;
    const properties = feature?.properties ?? {};
    const fault = feature ? faultOf(feature, properties) : "bad-feature";
    const place = fault ?? this.#placeOf(number, feature?.geometry ?? null);
    if (typeof place === "string") this.intake.skip(number, place);
    else {
      if (note) this.intake.notes.add(note, number);
      this.#takeRow(number, properties, place);
    }
  }

  #placeOf(number: number, geometry: unknown): Place | SkipReason {
    if (geometry === null) return { point: null, shape: null, vertices: 0 };
    const checked = checkGeometry(geometry);
    if ("reason" in checked) return checked.reason;
    if (checked.hasClosedRing) this.intake.notes.add("ring-closed", number);
    const { geometry: shape, vertices } = checked;
    if (shape.type !== "Point") return { point: null, shape, vertices };
    return { point: pointOf(shape.coordinates), shape: null, vertices };
  }

  #takeRow(number: number, properties: Readonly<Record<string, unknown>>, where: Place): void {
    const cell = (part: Part): string => {
      const at = this.#mapping[part];
      const name = at === null ? undefined : this.#fields[at];
      return name !== undefined && Object.hasOwn(properties, name) ? textOf(properties[name], MEMBERS[part]) : "";
    };
    this.intake.take({
      number,
      ...where,
      title: cell("title"),
      category: cell("category"),
      date: cell("date"),
      endDate: cell("endDate"),
      wherePrecision: cell("wherePrecision"),
      whenPrecision: cell("whenPrecision"),
      radius: cell("radius"),
      cells: JSON.stringify(properties),
    });
  }
}
