import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FeatureCollection, Point } from "geojson";
import type { Language } from "../data/language";
import type { Countries } from "../data/load-countries";
import type { Source, SourceRegister } from "../data/source";
import type { PictureBase } from "../picture/base";
import type { BorderTick } from "../picture/scene";
import { type Catalogue, translator } from "../state/language/translate";
import type { Speech } from "../state/page";

const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** A JSON file of the repository; its shape is what the tests of the data say. */
export const readFile = <T>(file: string): T => JSON.parse(readFileSync(pathOf(file), "utf8")) as T;

/** The words of `language`. */
export const readSpeech = (language: Language): Speech => ({
  language,
  translate: translator(readFile<Catalogue>(`src/state/language/catalogue/${language}.json`), language),
});

export const readPictureBase = (): PictureBase => readFile("data/derived/picture-base.json");

/** The outlines of the countries that have joined something. */
export const readCountryOutlines = (): Countries => readFile("data/world-countries.geojson");

/** The kilometre marks of the border. */
export const readTicks = (): BorderTick[] =>
  readFile<FeatureCollection<Point, { readonly km: number; readonly bearing: number }>>(
    "data/border-ticks.geojson",
  ).features.flatMap(({ properties: { km, bearing }, geometry: { coordinates } }) => {
    const [lng, lat] = coordinates;
    return lng === undefined || lat === undefined ? [] : [{ km, bearing, point: [lng, lat] as const }];
  });

/** The source register by id. */
export const readRegister = (): ReadonlyMap<string, Source> =>
  new Map(readFile<SourceRegister>("data/sources.json").sources.map((source) => [source.id, source]));

/** The bytes of a font of the page. */
export const readFont = (file: string): Buffer => readFileSync(pathOf(`public/fonts/${file}`));
