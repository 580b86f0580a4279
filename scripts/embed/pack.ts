import type { Position } from "geojson";
import type { Correction } from "../../src/data/correction.ts";
import type { CuratedViews } from "../../src/data/curated-view.ts";
import type { ShippedFeature } from "../../src/data/feature.ts";
import type { Location } from "../../src/data/location.ts";
import type { Layer, Manifest } from "../../src/data/manifest.ts";
import type { SourceRegister } from "../../src/data/source.ts";
import type { Language, LocalizedText } from "../../src/data/text.ts";
import { type Translations, translationOf } from "../../src/data/translations.ts";
import type {
  LightData,
  LightLayers,
  LightSource,
  PackedFeature,
  PackedGeometry,
  PackedLayer,
  PackedLines,
  PackedPlace,
} from "../../src/embed/light-data.ts";
import type { PictureBase } from "../../src/picture/base.ts";
import type { BorderTick } from "../../src/picture/scene.ts";
import { lightMessages } from "./messages.ts";

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

function packLines(lines: readonly (readonly Position[])[], steps: number): PackedLines {
  return lines
    .map((line) => {
      const numbers: number[] = [];
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      for (const [lng = 0, lat = 0] of line) {
        const [x, y] = [Math.round(lng * steps), Math.round(lat * steps)];
        if (x === lastX && y === lastY) continue;
        if (Number.isNaN(lastX)) numbers.push(x, y);
        else numbers.push(x - lastX, y - lastY);
        [lastX, lastY] = [x, y];
      }
      return numbers;
    })
    .filter((numbers) => numbers.length >= 4);
}

function packGeometry(geometry: ShippedFeature["geometry"], steps: number): PackedGeometry | null {
  switch (geometry?.type) {
    case "Point": {
      const [lng = 0, lat = 0] = geometry.coordinates;
      return { point: [lng, lat] };
    }
    case "LineString":
      return { lines: packLines([geometry.coordinates], steps) };
    case "MultiLineString":
      return { lines: packLines(geometry.coordinates, steps) };
    case "Polygon":
      return { rings: packLines(geometry.coordinates, steps) };
    case "MultiPolygon":
      return { rings: packLines(geometry.coordinates.flat(), steps) };
    default:
      return null;
  }
}

/** The text in one language, or in English where that is all there is. */
const textFor = (text: LocalizedText, language: Language): LocalizedText => {
  const own = text[language];
  // Without an English text beside it the type would not hold; an empty one costs two characters.
  return own === undefined || language === "en" ? { en: text.en } : ({ [language]: own } as unknown as LocalizedText);
};

const placeOf = ({ precision, uncertaintyRadiusM, country, onBorder }: Location): PackedPlace => ({
  precision,
  uncertaintyRadiusM,
  country,
  ...(onBorder && { onBorder: true }),
});

function packFeature(
  { id, geometry, properties }: ShippedFeature,
  steps: number,
  language: Language,
  numberOf: (source: string) => number,
  { countries, collections, translations }: LightInput,
): PackedFeature {
  const numbers = (ids: readonly string[]) => ids.map(numberOf);
  const say = (text: LocalizedText) => textFor(text, language);
  const translate = (english: string) => translationOf(translations[language], english);
  const place = "where" in properties ? (properties.where?.place ?? null) : null;
  const placeName = (english: string) => {
    if (english === properties.title.en) return properties.title[language] ?? english;
    const known = [...collections.values()]
      .flatMap(({ features }) => features)
      .find(({ properties: { title, alternates } }) => title.en === english || alternates.en.includes(english));
    return language === "en" ? english : (known?.properties.title[language] ?? translate(english) ?? english);
  };
  const outline = "country" in properties ? (countries.get(properties.country) ?? null) : geometry;
  return {
    id,
    geometry: packGeometry(outline, steps),
    kind: properties.kind,
    status: properties.status,
    title: say(properties.title),
    summary: say(properties.summary),
    ...("where" in properties &&
      properties.where && {
        where: {
          ...placeOf(properties.where),
          place: "when" in properties && place !== null ? placeName(place) : null,
        },
      }),
    ...("alsoAt" in properties &&
      properties.alsoAt.length > 0 && {
        alsoAt: properties.alsoAt.map(({ title, point, where }) => ({
          title: say(title),
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
      properties.states.length > 0 && {
        states: properties.states.map((state) => ({
          state: state.state,
          text: say(state.text),
          asOf: state.asOf,
          sources: numbers(state.sources),
        })),
      }),
    ...("claims" in properties && {
      claims: properties.claims.map((claim) => ({
        about: claim.about,
        claimant: claim.claimant,
        named: translate(claim.claimant.name) ?? undefined,
        stance: claim.stance,
        statement: say(claim.statement),
        date: claim.date,
        sources: numbers(claim.sources),
      })),
    }),
    ...("memberships" in properties && {
      memberships: properties.memberships.map(({ organisation, since, sources }) => ({
        organisation,
        since,
        sources: numbers(sources),
      })),
    }),
    sources: numbers(properties.sources),
  };
}

/** Layers of `input` with the sources that their records name, in one language. */
function packLayers(input: LightInput, wanted: (layer: Layer) => boolean, language: Language): LightLayers {
  const register = new Map(input.register.sources.map((source) => [source.id, source]));
  const sources: LightSource[] = [];
  const places = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const source = register.get(id);
    const { title, publisher, url } = source ?? { title: id, publisher: id, url: null };
    places.set(id, sources.length);
    return sources.push({ title, publisher, url }) - 1;
  };
  const layers = input.manifest.layers.filter(wanted).map((layer): PackedLayer => {
    const stepsPerDegree = STEPS[layer.id] ?? DEFAULT_STEPS;
    const features = input.collections.get(layer.id)?.features ?? [];
    return {
      // Descriptions are read in the atlas; a legend needs names.
      layer: { ...layer, title: textFor(layer.title, language), description: { en: "" } },
      stepsPerDegree,
      features: features.map((feature) => packFeature(feature, stepsPerDegree, language, numberOf, input)),
    };
  });
  return { layers, sources };
}

/** What the light map starts from in `language`: texts, ground, and the layers of the first sight. */
export function packLight(input: LightInput, language: Language): LightData {
  const { manifest, base, ticks, views, catalogues, corrections } = input;
  return {
    language,
    dataVersion: manifest.dataVersion,
    released: manifest.released,
    messages: lightMessages(catalogues[language]),
    base,
    ticks: ticks.map(({ km, bearing, point }) => [km, bearing, point[0], point[1]]),
    views: views.views.map(({ link, title, summary }) => ({
      link,
      title: title[language],
      summary: summary[language],
    })),
    corrections,
    ...packLayers(input, ({ id }) => !LATER_LAYERS.includes(id), language),
  };
}

/** One layer with its sources, for a view that asks for it. */
export const packLater = (input: LightInput, layer: string, language: Language): LightLayers =>
  packLayers(input, ({ id }) => id === layer, language);

/** A classic script that hands `value` over on its own script element: no global, no request, no module. */
export const dataScript = (value: unknown): string =>
  `document.currentScript.dispatchEvent(new CustomEvent("sarhad:data",{detail:${JSON.stringify(value).replaceAll("</", "<\\/").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}}));\n`;
