import type { Position } from "geojson";
import type { Correction } from "../../src/data/correction.ts";
import type { CuratedViews } from "../../src/data/curated-view.ts";
import type { Claim } from "../../src/data/event-record.ts";
import type { ShippedFeature } from "../../src/data/feature.ts";
import type { Location } from "../../src/data/location.ts";
import type { Layer, Manifest } from "../../src/data/manifest.ts";
import type { SourceRegister } from "../../src/data/source.ts";
import type { Language } from "../../src/data/text.ts";
import type { Translations } from "../../src/data/translations.ts";
import type {
  LightLayers,
  LightStart,
  LightWords,
  PackedBase,
  PackedFeature,
  PackedGeometry,
  PackedLayer,
  PackedLines,
  PackedNames,
  PackedPlace,
} from "../../src/embed/light-data.ts";
import { textOfNumbers } from "../../src/embed/line-text.ts";
import { TICK_STEPS } from "../../src/embed/unpack.ts";
import type { PictureBase } from "../../src/picture/base.ts";
import { isJoined } from "../../src/picture/joined.ts";
import type { BorderTick } from "../../src/picture/scene.ts";
import type { Micro } from "../data/micro.ts";
import { simplify } from "../data/simplify.ts";
import { lightMessages } from "./messages.ts";
import { textFor } from "./text-for.ts";

/** What a version of the data is packed from. */
export interface LightInput {
  readonly manifest: Manifest;
  readonly collections: ReadonlyMap<string, { readonly features: readonly ShippedFeature[] }>;
  readonly register: SourceRegister;
  readonly base: PictureBase;
  readonly ticks: readonly BorderTick[];
  readonly views: CuratedViews;
  readonly catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  readonly corrections: readonly Correction[];
  /** Texts that records carry in English, by language. */
  readonly translations: Readonly<Record<Language, Translations>>;
  /** Outlines of countries by ISO code, for the layer of memberships. */
  readonly countries: ReadonlyMap<string, ShippedFeature["geometry"]>;
}

/** Steps of a degree by layer: 10 m on the border, 100 m on provinces, 5 km on the countries of the world. */
const STEPS: Readonly<Record<string, number>> = { border: 10_000, provinces: 1_000, memberships: 20 };
const DEFAULT_STEPS = 1_000;

/** Layers that wait, each in a file of its own, until a view asks for them. */
export const LATER_LAYERS: readonly string[] = [
  "incidents",
  "agreements",
  "memberships",
  "districts",
  "water",
  "terrain",
];

/** How far in metres a line may be thinned at a position; undefined leaves it as it is. */
type Tolerance = ((position: Micro) => number) | undefined;

/** The middle of the border, and the metres of a degree there. */
const MIDDLE: Micro = [62_300_000, 27_400_000];
const METERS_PER_MICRO = 0.11;

/** Maps that reach far are looked at from far away: beyond 2,000 km each metre more allows 5 mm. */
const farTolerance = ([x, y]: Micro): number =>
  8_000 + Math.max(0, Math.hypot(x - MIDDLE[0], y - MIDDLE[1]) * METERS_PER_MICRO - 2_000_000) / 200;

/**
 * How far in metres outlines may be thinned: those of countries are looked at from far away, and those of provinces were
 * drawn for a scale of 1:10 million, where 200 m are a fiftieth of a millimetre.
 */
const TOLERANCES: Readonly<Record<string, (position: Micro) => number>> = {
  provinces: () => 200,
  memberships: farTolerance,
};

const thin = (line: readonly Position[], tolerance: Tolerance): readonly Position[] =>
  tolerance === undefined
    ? line
    : simplify(
        line.map(([lng = 0, lat = 0]): Micro => [lng * 1e6, lat * 1e6]),
        tolerance,
      ).map(([x, y]) => [x / 1e6, y / 1e6]);

function packLines(lines: readonly (readonly Position[])[], steps: number, tolerance: Tolerance): PackedLines {
  return lines
    .map((line) => {
      const numbers: number[] = [];
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      for (const [lng = 0, lat = 0] of thin(line, tolerance)) {
        const [x, y] = [Math.round(lng * steps), Math.round(lat * steps)];
        if (x === lastX && y === lastY) continue;
        if (Number.isNaN(lastX)) numbers.push(x, y);
        else numbers.push(x - lastX, y - lastY);
        [lastX, lastY] = [x, y];
      }
      return numbers;
    })
    .filter((numbers) => numbers.length >= 4)
    .map(textOfNumbers);
}

const packBase = ({ stepsPerDegree, land, boundaries, disputed }: PictureBase): PackedBase => ({
  stepsPerDegree,
  land: land.map(textOfNumbers),
  boundaries: boundaries.map(textOfNumbers),
  disputed: disputed.map(textOfNumbers),
});

function packGeometry(
  geometry: ShippedFeature["geometry"],
  steps: number,
  tolerance: Tolerance,
): PackedGeometry | null {
  switch (geometry?.type) {
    case "Point": {
      const [lng = 0, lat = 0] = geometry.coordinates;
      return { point: [lng, lat] };
    }
    case "LineString":
      return { lines: packLines([geometry.coordinates], steps, tolerance) };
    case "MultiLineString":
      return { lines: packLines(geometry.coordinates, steps, tolerance) };
    case "Polygon":
      return { rings: packLines(geometry.coordinates, steps, tolerance) };
    case "MultiPolygon":
      return { rings: packLines(geometry.coordinates.flat(), steps, tolerance) };
    default:
      return null;
  }
}

const placeOf = ({ precision, uncertaintyRadiusM, country, onBorder }: Location): PackedPlace => ({
  precision,
  uncertaintyRadiusM,
  country,
  ...(onBorder && { onBorder: true }),
});

/** Who makes the claims of an event, each once: what filters compare. */
function claimants(claims: readonly Claim[]): NonNullable<PackedFeature["claims"]> {
  const known = new Map(claims.map(({ claimant: { name, type } }) => [`${type} ${name}`, { name, type }]));
  return [...known.values()].map((claimant) => ({ claimant }));
}

/** Kilometre, bearing and place of each mark of the border, as one text. */
function packTicks(ticks: readonly BorderTick[]): string {
  let [lastX, lastY] = [0, 0];
  const numbers = ticks.flatMap(({ km, bearing, point: [lng, lat] }) => {
    const [x, y] = [Math.round(lng * TICK_STEPS), Math.round(lat * TICK_STEPS)];
    const step = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return [km, Math.round(bearing), ...step];
  });
  return textOfNumbers(numbers);
}

function packFeature(
  feature: ShippedFeature,
  steps: number,
  countries: LightInput["countries"],
  tolerance: Tolerance,
): PackedFeature {
  const { id, properties } = feature;
  const country = "country" in properties && isJoined(feature) ? properties.country : undefined;
  const outline = country ? (countries.get(country) ?? null) : feature.geometry;
  return {
    id,
    geometry: packGeometry(outline, steps, tolerance),
    kind: properties.kind,
    status: properties.status,
    ...(country && { country }),
    ...("memberships" in properties && {
      memberships: properties.memberships.map(({ organisation, standing }) => ({ organisation, standing })),
    }),
    ...("where" in properties && properties.where && { where: placeOf(properties.where) }),
    ...("alsoAt" in properties &&
      properties.alsoAt.length > 0 && {
        alsoAt: properties.alsoAt.map(({ point, where }) => ({
          point,
          where: where && placeOf(where),
        })),
      }),
    ...("verification" in properties && { verification: { grade: properties.verification.grade } }),
    ...("when" in properties && { when: { start: properties.when.start, end: properties.when.end } }),
    ...("actor" in properties && { actor: properties.actor && { name: properties.actor.name } }),
    ...("conflict" in properties && properties.conflict === true && { conflict: properties.conflict }),
    ...("weapon" in properties && properties.weapon !== null && { weapon: properties.weapon }),
    ...("built" in properties && {
      built: properties.built,
      mode: properties.mode,
      stretches: properties.stretches.map(({ built }) => ({ built })),
    }),
    ...("states" in properties &&
      properties.states.length > 0 && { states: properties.states.map(({ state }) => ({ state })) }),
    ...("claims" in properties && { claims: claimants(properties.claims) }),
  };
}

type Wanted = (layer: Layer) => boolean;

/** Layers of `input`: what draws them and what filters compare. */
function packLayers({ manifest, collections, countries }: LightInput, wanted: Wanted): readonly PackedLayer[] {
  return manifest.layers.filter(wanted).map(({ title: _title, description: _description, ...layer }) => {
    const stepsPerDegree = STEPS[layer.id] ?? DEFAULT_STEPS;
    const tolerance = TOLERANCES[layer.id];
    const features = collections.get(layer.id)?.features ?? [];
    return {
      layer,
      stepsPerDegree,
      features: features.map((feature) => packFeature(feature, stepsPerDegree, countries, tolerance)),
    };
  });
}

/** What layers of `input` and their records are called in one language. */
const packNames = ({ manifest, collections }: LightInput, wanted: Wanted, language: Language): PackedNames =>
  Object.fromEntries(
    manifest.layers.filter(wanted).map(({ id, title }) => {
      const features = collections.get(id)?.features ?? [];
      const records = features.map(({ properties }) => textFor(properties.title, language));
      return [id, { title: textFor(title, language), records }];
    }),
  );

const isAtFirstSight: Wanted = ({ id }) => !LATER_LAYERS.includes(id);

/** What the light map starts from in every language: the ground, and the layers of the first sight. */
export function packStart(input: LightInput): LightStart {
  const { manifest, base, ticks, corrections } = input;
  return {
    dataVersion: manifest.dataVersion,
    released: manifest.released,
    layers: packLayers(input, isAtFirstSight),
    base: packBase(base),
    ticks: packTicks(ticks),
    corrections,
  };
}

/** The words of the light map in `language`, and the names of the layers of the first sight. */
export const packWords = (input: LightInput, language: Language): LightWords => ({
  language,
  messages: lightMessages(input.catalogues[language]),
  names: packNames(input, isAtFirstSight, language),
  views: input.views.views.map(({ link, title, summary }) => ({
    link,
    title: title[language],
    summary: summary[language],
  })),
});

/** One layer, for a view that asks for it, with its names in `language`. */
export function packLater(input: LightInput, layer: string, language: Language): LightLayers {
  const wanted: Wanted = ({ id }) => id === layer;
  return { layers: packLayers(input, wanted), names: packNames(input, wanted, language) };
}

/** A classic script that hands `value` over on its own script element: no global, no request, no module. */
export const dataScript = (value: unknown): string =>
  `document.currentScript.dispatchEvent(new CustomEvent("sarhad:data",{detail:${JSON.stringify(value).replaceAll("</", "<\\/").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}}));\n`;
