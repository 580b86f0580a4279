import { readFileSync } from "node:fs";
import type { AtlasFeature } from "../../src/data/feature";
import type { Layer, Manifest } from "../../src/data/manifest";
import type { Language } from "../../src/data/text";
import type { PictureBase } from "../../src/picture/base";
import type { BorderTick, Picture } from "../../src/picture/map-picture";
import { type Catalogue, translator } from "../../src/state/language/translate";
import { START_VIEW, type View } from "../../src/state/view";

const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(file, "utf8")) as Shape;

const manifest = read<Manifest>("data/layers.json");
const base = read<PictureBase>("data/derived/picture-base.json");
const ticks = read<{
  features: { properties: { km: number; bearing: number }; geometry: { coordinates: [number, number] } }[];
}>("data/border-ticks.geojson").features.map(
  ({ properties, geometry }): BorderTick => ({ ...properties, point: geometry.coordinates }),
);
const files = new Map<string, readonly AtlasFeature[]>();

function featuresOf({ file }: Layer): readonly AtlasFeature[] {
  const known = files.get(file) ?? read<{ features: readonly AtlasFeature[] }>(`data/${file}`).features;
  files.set(file, known);
  return known;
}

/** The picture of a view made from the data of the repository. */
export function pictureOf(
  part: Partial<View> = {},
  language: Language = "en",
  theme: "light" | "dark" = "light",
): Picture {
  const view = { ...START_VIEW, ...part };
  return {
    view,
    layers: manifest.layers
      .filter(({ id }) => view.layers.some((shown) => shown === id))
      .map((layer) => ({ layer, features: featuresOf(layer) })),
    base,
    ticks,
    language,
    theme,
    translate: translator(read<Catalogue>(`src/state/language/catalogue/${language}.json`), language),
  };
}

/** A strike that stands at a point with a doubt, under a title; everything else is that of the first strike of the data. */
export function strikeAt(point: readonly [number, number], uncertaintyRadiusM: number, title: string): Picture {
  const picture = pictureOf({ layers: ["strikes"] });
  const [strikes] = picture.layers;
  const model = strikes?.features[0];
  if (!strikes || !model || !("verification" in model.properties) || !model.properties.where)
    throw new Error("no strike");
  const precision = "settlement" as const;
  const where = { ...model.properties.where, uncertaintyRadiusM, precision };
  const properties = { ...model.properties, title: { en: title }, where, alsoAt: [] };
  const feature: AtlasFeature = {
    ...model,
    id: "made-2024-01-01",
    geometry: { type: "Point", coordinates: [...point] },
    properties,
  };
  return { ...picture, layers: [{ layer: strikes.layer, features: [feature] }] };
}
