import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { AtlasCollection } from "../../src/data/feature.ts";
import type { Layer } from "../../src/data/manifest.ts";
import type { PictureBase } from "../../src/picture/base.ts";
import { mapPicture } from "../../src/picture/map-picture.ts";
import { PALETTES } from "../../src/picture/palette.ts";
import { translator } from "../../src/state/language/translate.ts";
import { START_VIEW } from "../../src/state/view.ts";

const DATA = join(import.meta.dirname, "../../data");
const CATALOGUES = join(import.meta.dirname, "../../src/state/language/catalogue");
/** The window the poster is drawn for; the page shows its middle, at the same scale as the map that follows. */
const WIDTH_PX = 1920;
const HEIGHT_PX = 1080;
/**
 * What the eye takes from a first picture; the rest arrives with the map. Nothing of the conflict: the picture shows before
 * the page knows whether its reader wants geography alone.
 */
const POSTER_LAYERS = ["towns", "border", "ports", "markets", "crossings"];
/** Coarser than the posters of embeds, which stay until they are pressed: this one stands for a second or two. */
const LOOK = { detail: { tolerancePx: 1.5, decimals: 0 }, labelLimit: 18, prefix: "poster-" };
/** Half the bar that lies over the top of the page: the middle of the map is so much lower than that of the window. */
const LOWER_PX = 28;

function readJson<Shape>(folder: string, file: string): Shape {
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as Shape;
}

/**
 * The start view as an SVG element that fills the window by itself: it shows before any style sheet has come. In English
 * and by day.
 */
export function drawPoster(): string {
  const { layers } = readJson<{ layers: Layer[] }>(DATA, "layers.json");
  const translate = translator(readJson(CATALOGUES, "en.json"), "en");
  const picture = mapPicture(
    {
      view: START_VIEW,
      layers: layers
        .filter(({ id }) => POSTER_LAYERS.includes(id))
        .map((layer) => ({ layer, features: readJson<AtlasCollection>(DATA, layer.file).features })),
      base: readJson<PictureBase>(join(DATA, "derived"), "picture-base.json"),
      language: "en",
      theme: "light",
      translate,
    },
    { ...LOOK, width: WIDTH_PX, height: HEIGHT_PX, alt: translate("map.label") },
  )
    // Nobody looks for a feature in a poster by its key.
    .replaceAll(/ data-key="[^"]*"/g, "")
    .replace("<svg ", '<svg x="50%" y="50%" ');
  const middle = `translate(${-WIDTH_PX / 2} ${LOWER_PX - HEIGHT_PX / 2})`;
  const sea = `<rect width="100%" height="100%" fill="${PALETTES.light.sea}"/>`;
  return `<svg width="100%" height="100vh" display="block">${sea}<g transform="${middle}">${picture}</g></svg>`;
}

/** Puts the picture of the start view into the pages, so that a map shows before any script has run. */
export function poster(): Plugin {
  return {
    name: "sarhad:poster",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replace("<!--poster-->", () => `<div class="poster">${drawPoster()}</div>`),
    },
  };
}
