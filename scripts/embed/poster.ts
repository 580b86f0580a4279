import type { Language } from "../../src/data/language.ts";
import { isJoined } from "../../src/picture/joined.ts";
import { posterPicture } from "../../src/picture/map-picture.ts";
import type { PictureLayer } from "../../src/picture/scene.ts";
import { translator } from "../../src/state/language/translate.ts";
import { decode } from "../../src/state/permalink.ts";
import type { LightInput } from "./pack.ts";

const SIZE = { width: 960, height: 600 };

/** The layers of `input` that a view shows, filtered as it asks. */
function layersOf({ manifest, collections, countries }: LightInput, link: string): readonly PictureLayer[] {
  const view = decode(link);
  return manifest.layers
    .filter(({ id }) => (view.layers as readonly string[]).includes(id))
    .map((layer) => ({
      layer,
      features: (collections.get(layer.id)?.features ?? []).map((feature) => {
        const { properties } = feature;
        const outline = "country" in properties && isJoined(feature) ? countries.get(properties.country) : undefined;
        return outline ? { ...feature, geometry: outline } : feature;
      }),
    }));
}

/** The view of `link` as an SVG element of 960 × 600 px that fills its place, by day; its colours follow the page's theme. */
export function drawEmbedPoster(input: LightInput, link: string, language: Language): string {
  const translate = translator(input.catalogues[language], language);
  const svg = posterPicture(
    { view: decode(link), layers: layersOf(input, link), base: input.base, language, theme: "light", translate },
    { ...SIZE, alt: translate("map.label") },
  );
  return svg.replace("<svg ", '<svg preserveAspectRatio="xMidYMid slice" ');
}
