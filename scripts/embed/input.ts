import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Correction } from "../../src/data/correction.ts";
import type { CuratedViews } from "../../src/data/curated-view.ts";
import type { ShippedFeature } from "../../src/data/feature.ts";
import { LANGUAGES, type Language } from "../../src/data/language.ts";
import type { Manifest } from "../../src/data/manifest.ts";
import type { SourceRegister } from "../../src/data/source.ts";
import type { Translations } from "../../src/data/translations.ts";
import type { PictureBase } from "../../src/picture/base.ts";
import type { LightInput } from "./pack.ts";

export const ROOT = join(import.meta.dirname, "../..");
export const DATA = join(ROOT, "data");

const readJson = <Shape>(...path: readonly string[]): Shape => JSON.parse(readFileSync(join(...path), "utf8")) as Shape;

interface Ticks {
  readonly features: readonly {
    readonly properties: { readonly km: number; readonly bearing: number };
    readonly geometry: { readonly coordinates: readonly [number, number] };
  }[];
}

interface Outlines {
  readonly features: readonly {
    readonly properties: { readonly iso2: string };
    geometry: ShippedFeature["geometry"];
  }[];
}

/** The messages of every language, as they are written. */
export const readCatalogues = (): LightInput["catalogues"] =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, readJson(ROOT, "src/state/language/catalogue", `${language}.json`)]),
  ) as Record<Language, Readonly<Record<string, string>>>;

/** What the light map is packed from: records out of `folder`, the ground and the texts of the page as they are now. */
export function readLightInput(folder: string = DATA, corrections: readonly Correction[] = []): LightInput {
  const manifest = readJson<Manifest>(folder, "layers.json");
  return {
    manifest,
    collections: new Map(
      manifest.layers.map(({ id, file }) => [id, readJson<{ features: ShippedFeature[] }>(folder, file)]),
    ),
    register: readJson<SourceRegister>(folder, "sources.json"),
    base: readJson<PictureBase>(DATA, "derived/picture-base.json"),
    ticks: readJson<Ticks>(DATA, "border-ticks.geojson").features.map(({ properties, geometry }) => ({
      ...properties,
      point: geometry.coordinates,
    })),
    views: readJson<CuratedViews>(DATA, "views.json"),
    catalogues: readCatalogues(),
    corrections,
    translations: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        language === "en" ? {} : readJson<Translations>(DATA, `translations-${language}.json`),
      ]),
    ) as Record<Language, Translations>,
    countries: new Map(
      readJson<Outlines>(DATA, "world-countries.geojson").features.map(({ properties, geometry }) => [
        properties.iso2,
        geometry,
      ]),
    ),
  };
}
