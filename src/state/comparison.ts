import type { Claim, EventRecord } from "../data/event-record";
import { partyName, partySlug } from "./facet";
import { featureKey } from "./feature-key";
import type { KnownFeature } from "./known-features";
import type { FeatureReference, View } from "./view";

/** One side of a comparison: an event, or a day, month or year with what happened then. */
export type ComparisonSide =
  | { readonly kind: "record"; readonly reference: FeatureReference }
  | { readonly kind: "date"; readonly date: string };

const DATE = /^\d{4}(-\d{2}){0,2}$/;
const REFERENCE = /^([a-z0-9-]+)\.([a-z0-9-]+)$/;

/** A side as a value of the link's filter `compare`: `layer.id` or a date. */
export const sideText = (side: ComparisonSide): string =>
  side.kind === "date" ? side.date : `${side.reference.layer}.${side.reference.id}`;

function parseSide(text: string | undefined): ComparisonSide | null {
  if (text === undefined) return null;
  if (DATE.test(text)) return { kind: "date", date: text };
  const [, layer, id] = REFERENCE.exec(text) ?? [];
  return layer && id ? { kind: "record", reference: { layer, id } } : null;
}

/** The two sides that a link asks to compare; a side that is missing or cannot be read is null. */
export const comparisonOf = ({
  filters,
}: Pick<View, "filters">): readonly [ComparisonSide | null, ComparisonSide | null] => [
  parseSide(filters.compare?.[0]),
  parseSide(filters.compare?.[1]),
];

/** An event with its layer. */
export interface ComparedEvent {
  readonly reference: FeatureReference;
  readonly entry: KnownFeature;
  readonly record: EventRecord;
}

/** The events among features, oldest first. */
export function eventsOf(features: ReadonlyMap<string, KnownFeature>): readonly ComparedEvent[] {
  const events: ComparedEvent[] = [];
  for (const entry of features.values()) {
    const record = entry.feature.properties;
    if (!("claims" in record)) continue;
    events.push({ reference: { layer: entry.layer.id, id: entry.feature.id }, entry, record });
  }
  return events.sort((a, b) => a.record.when.start.localeCompare(b.record.when.start));
}

/** Whether the days of an event touch a day, month or year. */
const isOn = ({ when }: EventRecord, date: string) =>
  when.start.slice(0, date.length) <= date && when.end.slice(0, date.length) >= date;

/** The events of a side: the one event, or all that touch the date. */
export function eventsOn(side: ComparisonSide | null, events: readonly ComparedEvent[]): readonly ComparedEvent[] {
  if (!side) return [];
  if (side.kind === "date") return events.filter(({ record }) => isOn(record, side.date));
  const key = featureKey(side.reference);
  return events.filter(({ reference }) => featureKey(reference) === key);
}

/** What one party says on one subject, on each side. */
export interface ComparedClaims {
  readonly about: Claim["about"];
  readonly party: string;
  readonly sides: readonly (readonly Claim[])[];
}

/** Claims of both sides by subject and then by party, so that each party's words stand beside each other. */
export function compareClaims(sides: readonly (readonly ComparedEvent[])[]): readonly ComparedClaims[] {
  const rows = new Map<string, { about: Claim["about"]; party: string; sides: Claim[][] }>();
  sides.forEach((events, index) => {
    for (const { record } of events) {
      for (const claim of record.claims) {
        const key = `${claim.about} ${partySlug(claim.claimant.name)}`;
        const row = rows.get(key) ?? {
          about: claim.about,
          party: partyName(claim.claimant.name),
          sides: sides.map(() => []),
        };
        row.sides[index]?.push(claim);
        rows.set(key, row);
      }
    }
  });
  const subjects = [...new Set([...rows.values()].map(({ about }) => about))];
  return [...rows.values()].sort((a, b) => subjects.indexOf(a.about) - subjects.indexOf(b.about));
}
