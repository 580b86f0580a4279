import type { Feature, Geometry } from "geojson";
import type { NoteReason } from "./issues";
import { Refused } from "./refused";
import { isForbiddenKey } from "./safe-json";

/** A feature with nothing but plain values among its properties. */
export interface PlainFeature {
  readonly type: "Feature";
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What one element of a file became, and what the reader should know of it. */
export interface ReadElement {
  readonly feature: PlainFeature | Refused;
  readonly note: NoteReason | null;
}

/** The elements inside `parent` that have this name, prefix and all. */
export const within = (parent: Document | Element, name: string): readonly Element[] =>
  Array.from(parent.getElementsByTagName(name));

/** The first and the last of the times of a track. */
function spanOf(coordinateProperties: unknown): { date_start?: string; date_end?: string } {
  const { times } = (coordinateProperties ?? {}) as { times?: unknown };
  const all = [times].flat(2).filter((time): time is string => typeof time === "string" && time !== "");
  const [first, last] = [all.toSorted()[0], all.toSorted().at(-1)];
  return first === undefined || last === undefined ? {} : { date_start: first, date_end: last };
}

/** Descriptions that may hold HTML are kept as the text that they are; times that togeojson nests get names of their own. */
function plainProperties({ properties }: Feature<Geometry | null>): Readonly<Record<string, unknown>> {
  const plain: Record<string, unknown> = spanOf(properties?.coordinateProperties);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === "object" && value !== null && "@type" in value && "value" in value) {
      plain[name] = value.value;
    } else if (name === "timespan" && typeof value === "object" && value !== null) {
      const { begin, end } = value as { begin?: unknown; end?: unknown };
      plain.date_start = begin ?? null;
      plain.date_end = end ?? null;
    } else if (value !== undefined) plain[name] = value;
  }
  return plain;
}

/** True when something in `element` would be written under a name that reaches into the machinery of a program. */
function hasForbiddenName(element: Element): boolean {
  const arrays = Array.from(element.getElementsByTagNameNS("*", "SimpleArrayData"));
  const named = [...within(element, "Data"), ...within(element, "SimpleData"), ...arrays];
  return (
    named.some((data) => isForbiddenKey(data.getAttribute("name") ?? "")) || within(element, "__proto__").length > 0
  );
}

/** What the library made of an element, as a feature of plain values; refused when it has names that could do harm. */
export function readElement(
  element: Element,
  feature: Feature<Geometry | null>,
  note: NoteReason | null = null,
): ReadElement {
  if (hasForbiddenName(element)) return { feature: new Refused("forbidden-key"), note: null };
  const { geometry } = feature;
  return { feature: { type: "Feature", geometry, properties: plainProperties(feature) }, note };
}
