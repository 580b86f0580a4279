import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";

/** A name of the base map in three languages, as kept in `data/raw/names.json`. */
export interface MapName {
  readonly id: string;
  readonly kind: string;
  readonly en: string;
  readonly ur: string | null;
  readonly fa: string | null;
  readonly enAlternates?: readonly string[];
  readonly geonamesId?: number;
  readonly iso3166_1?: string;
  readonly iso3166_2?: string;
}

/** All names of the base map. */
export function readMapNames(): readonly MapName[] {
  const file = join(ROOT, "data/raw/names.json");
  return JSON.parse(readFileSync(file, "utf8")) as MapName[];
}

/** The three names as properties of a tile feature; a missing one is left out, so that the label falls back. */
export function nameProperties({ en, ur, fa }: Pick<MapName, "en" | "ur" | "fa">): Record<string, string> {
  return { name_en: en, ...(ur ? { name_ur: ur } : {}), ...(fa ? { name_fa: fa } : {}) };
}

/** Where the names of seas, ranges and deserts stand: a choice of the map-maker, not a fact about the place. */
export const LABEL_POSITIONS: Readonly<Record<string, readonly [lng: number, lat: number]>> = {
  "gulf-of-oman": [59.3, 24.75],
  "arabian-sea": [63.2, 21.2],
  "persian-gulf": [52.2, 26.6],
  "red-sea": [38.2, 20.5],
  "gulf-of-aden": [48, 12.4],
  "bay-of-bengal": [88, 15],
  "caspian-sea": [51, 41.5],
  "black-sea": [34, 43.2],
  "mediterranean-sea": [28, 33.8],
  "strait-of-hormuz": [56.5, 26.45],
  "indian-ocean": [72, 2],
  "siahan-range": [64.6, 27.45],
  "makran-range": [62.6, 26.1],
  "ras-koh": [65.2, 28.75],
  "chagai-hills": [63.6, 29.2],
  "central-brahui-range": [67.2, 29],
  "sulaiman-mountains": [69.9, 30.6],
  "kirthar-range": [67.1, 27],
  "toba-kakar": [68, 31.2],
  zagros: [51.3, 31.4],
  alborz: [52.2, 36.2],
  "kopet-dag": [57.6, 37.9],
  "hindu-kush": [70.2, 35.6],
  karakoram: [76.2, 35.8],
  himalayas: [80.4, 31],
  pamirs: [73, 38.5],
  kunlun: [83, 36],
  "tian-shan": [78, 42.3],
  "al-hajar": [57.4, 23.3],
  "dasht-e-lut": [58.9, 30.4],
  "dasht-e-kavir": [54.6, 34.5],
  "registan-desert": [65, 30.3],
  "dasht-e-margo": [63.2, 30.7],
  "thar-desert": [71.3, 27],
  karakum: [60, 39.4],
  kyzylkum: [63.6, 42.2],
  "rub-al-khali": [50.2, 20],
};
