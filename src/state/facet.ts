import type { AtlasRecord } from "../data/record";
import { featureKey } from "./feature-key";
import type { KnownFeature } from "./known-features";
import type { PlaceFigures } from "./known-figures";
import type { FacetName } from "./narrowing";

/** What a filter compares cannot be told before the engine has answered. */
export const PENDING = "pending";

/** A filter by values: a record passes when one of its values is let through. */
export interface ChoiceFacet {
  readonly name: FacetName;
  readonly form: "choice";
  /** The record's values; null when the filter does not concern it, and then it passes. */
  valuesOf(entry: KnownFeature, figures: PlaceFigures): readonly string[] | null | typeof PENDING;
  /** What a value is called in English, where values are names that records carry. */
  nameOf?(entry: KnownFeature, value: string): string;
}

/** A filter by a greatest figure. */
export interface LimitFacet {
  readonly name: FacetName;
  readonly form: "limit";
  /** The record's figure in metres, infinite where no place is known; null when the filter does not concern it. */
  metersOf(entry: KnownFeature, figures: PlaceFigures): number | null | typeof PENDING;
  /** How many metres a unit of the link's figure is. */
  readonly unitMeters: number;
}

export type Facet = ChoiceFacet | LimitFacet;

/** The value of records that name nobody, or no place. */
export const NONE = "none";

const slugs = new Map<string, string>();

/** A short number for a text, as letters and digits (FNV-1a). */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A name as a value of a link: letters a to z, digits and hyphens; a name in another script is told by a number. */
export function nameSlug(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  const kept = /[^\p{Script=Latin}\p{Script=Common}]/u.test(plain) || slug === "" ? `name-${shortHash(name)}` : slug;
  slugs.set(name, kept);
  return kept;
}

/** A party's name as a value of a link: “Jaish al-Adl, by The India Awaaz” and “Jaish al-Adl” are both `jaish-al-adl`. */
export const partySlug = (name: string): string => nameSlug(partyName(name));

/** The party itself, without who carried its words. */
export const partyName = (name: string): string => name.split(/[,;(]/)[0]?.trim() ?? name;

const whereOf = (record: AtlasRecord) => ("where" in record ? record.where : null);
const COUNTRIES = ["IR", "PK", "AF"];

/** Records that stand for one place, were it unknown: events, and places drawn as symbols. */
const isPlaced = ({ layer, feature }: KnownFeature) =>
  feature.geometry?.type === "Point" ||
  "when" in feature.properties ||
  (feature.geometry === null && (layer.draw === "symbol" || layer.draw === "own"));

const keyOf = ({ layer, feature }: KnownFeature) => featureKey({ layer: layer.id, id: feature.id });

/** Where the sources put a record; where they name no country, where its point lies. */
function sidesOf(entry: KnownFeature, { points }: PlaceFigures): readonly string[] | null | typeof PENDING {
  if (!isPlaced(entry)) return null;
  const record = entry.feature.properties;
  const own = record.kind !== "own" && "where" in record ? [record.where] : [];
  const stated = [...own, ...("alsoAt" in record ? record.alsoAt.map(({ where }) => where) : [])].flatMap((where) => {
    if (where?.onBorder) return ["line"];
    if (!where?.country) return [];
    return [COUNTRIES.includes(where.country) ? where.country : "other"];
  });
  if (stated.length > 0) return [...new Set(stated)];
  if (entry.feature.geometry === null) return [NONE];
  if (!points) return PENDING;
  return [...new Set((points.get(keyOf(entry)) ?? []).map(({ side }) => side))];
}

function borderMetersOf(entry: KnownFeature, { points }: PlaceFigures): number | null | typeof PENDING {
  if (!isPlaced(entry)) return null;
  if (!points) return PENDING;
  const distances = (points.get(keyOf(entry)) ?? []).map(({ borderMeters }) => borderMeters);
  return Math.min(Number.POSITIVE_INFINITY, ...distances);
}

/** All filters, in the order in which they are offered. A new one is one entry here and its words in the catalogues. */
export const FACETS: readonly Facet[] = [
  {
    name: "kind",
    form: "choice",
    valuesOf: ({ feature: { properties } }) =>
      "when" in properties && properties.kind !== "own" ? [properties.kind] : null,
  },
  {
    name: "category",
    form: "choice",
    valuesOf: ({ feature: { properties } }) =>
      properties.kind === "own" && properties.category ? [nameSlug(properties.category)] : null,
    nameOf: ({ feature: { properties } }) => (properties.kind === "own" ? (properties.category ?? "") : ""),
  },
  {
    name: "grade",
    form: "choice",
    valuesOf: ({ feature: { properties } }) => ("verification" in properties ? [properties.verification.grade] : null),
  },
  {
    name: "radius",
    form: "limit",
    unitMeters: 1,
    metersOf: (entry) =>
      isPlaced(entry) ? (whereOf(entry.feature.properties)?.uncertaintyRadiusM ?? Number.POSITIVE_INFINITY) : null,
  },
  {
    name: "precision",
    form: "choice",
    valuesOf: (entry) => (isPlaced(entry) ? [whereOf(entry.feature.properties)?.precision ?? NONE] : null),
  },
  { name: "side", form: "choice", valuesOf: sidesOf },
  { name: "to-border", form: "limit", unitMeters: 1000, metersOf: borderMetersOf },
  {
    name: "inside",
    form: "choice",
    valuesOf: (entry, { inside }) => {
      if (!isPlaced(entry)) return null;
      if (!inside) return PENDING;
      const key = keyOf(entry);
      return inside.flatMap((keys, index) => (keys.has(key) ? [String(index + 1)] : []));
    },
  },
  {
    name: "actor",
    form: "choice",
    valuesOf: ({ feature: { properties } }) =>
      "actor" in properties ? [properties.actor ? partySlug(properties.actor.name) : NONE] : null,
    nameOf: ({ feature: { properties } }) =>
      "actor" in properties && properties.actor ? partyName(properties.actor.name) : "",
  },
  {
    name: "party",
    form: "choice",
    valuesOf: ({ feature: { properties } }) =>
      "claims" in properties ? [...new Set(properties.claims.map(({ claimant }) => claimant.type))] : null,
  },
  {
    name: "claimant",
    form: "choice",
    valuesOf: ({ feature: { properties } }) =>
      "claims" in properties ? [...new Set(properties.claims.map(({ claimant }) => partySlug(claimant.name)))] : null,
    nameOf: ({ feature: { properties } }, value) => {
      const claims = "claims" in properties ? properties.claims : [];
      return partyName(claims.find(({ claimant }) => partySlug(claimant.name) === value)?.claimant.name ?? value);
    },
  },
  {
    name: "weapon",
    form: "choice",
    valuesOf: ({ feature: { properties } }) =>
      "weapon" in properties && properties.weapon ? [properties.weapon] : null,
  },
  {
    name: "mode",
    form: "choice",
    valuesOf: ({ feature: { properties } }) => ("mode" in properties ? [properties.mode] : null),
  },
  {
    name: "built",
    form: "choice",
    valuesOf: ({ feature: { properties } }) => ("built" in properties ? [properties.built] : null),
  },
];

export const findFacet = (name: string): Facet | null => FACETS.find((facet) => facet.name === name) ?? null;
