import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { AtlasCollection } from "../../src/data/feature.ts";
import type { Layer } from "../../src/data/manifest.ts";
import type { PictureBase } from "../../src/picture/base.ts";
import { mapPicture } from "../../src/picture/map-picture.ts";
import { PALETTES, type ThemeName } from "../../src/picture/palette.ts";
import { translator } from "../../src/state/language/translate.ts";
import { START_VIEW } from "../../src/state/view.ts";
import { slimPicture } from "./slim-picture.ts";

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
const LOOK = { detail: { tolerancePx: 3.2, decimals: 0 }, labelLimit: 18, prefix: "poster-" };
/** Half the bar that lies over the top of the page: the middle of the map is so much lower than that of the window. */
const LOWER_PX = 28;

function readJson<Shape>(folder: string, file: string): Shape {
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as Shape;
}

const COLOR = /"#[0-9A-F]{6}"/gi;

/**
 * One picture of two that differ in their colours alone: the browser takes those that go with the theme, before any style
 * sheet has come. A browser that does not know `light-dark()` fills all with the sea, until the map is there.
 */
export function inBothThemes(day: string, night: string): string {
  const nightColors = night.match(COLOR) ?? [];
  let at = 0;
  const both = day.replaceAll(COLOR, (color) => {
    const other = nightColors[at++] ?? color;
    return color === other ? color : `"light-dark(${color.slice(1, -1)},${other.slice(1, -1)})"`;
  });
  if (at !== nightColors.length || day.replaceAll(COLOR, "") !== night.replaceAll(COLOR, "")) {
    throw new Error("the poster by night is not that by day in other colours");
  }
  return both;
}

/** The start view in one theme. */
function drawIn(theme: ThemeName): string {
  const { layers } = readJson<{ layers: Layer[] }>(DATA, "layers.json");
  const translate = translator(readJson(CATALOGUES, "en.json"), "en");
  const drawn = mapPicture(
    {
      view: START_VIEW,
      layers: layers
        .filter(({ id }) => POSTER_LAYERS.includes(id))
        .map((layer) => ({ layer, features: readJson<AtlasCollection>(DATA, layer.file).features })),
      base: readJson<PictureBase>(join(DATA, "derived"), "picture-base.json"),
      language: "en",
      theme,
      translate,
    },
    { ...LOOK, width: WIDTH_PX, height: HEIGHT_PX, alt: translate("map.label") },
  );
  // Nobody looks for a feature in a poster by its key.
  const picture = slimPicture(drawn.replaceAll(/ data-key="[^"]*"/g, ""))
    .replace("<svg ", '<svg x="50%" y="50%" ')
    .replace(/(?:'|&#39;)Noto Naskh Arabic(?:'|&#39;),/, "");
  const middle = `translate(${-WIDTH_PX / 2} ${LOWER_PX - HEIGHT_PX / 2})`;
  const sea = `<rect width="100%" height="100%" fill="${PALETTES[theme].sea}"/>`;
  return `${sea}<g transform="${middle}">${picture}</g>`;
}

/**
 * The start view as an SVG element that fills the window by itself: it shows before any style sheet has come. In English,
 * by day or by night as the reader's system asks.
 */
export const drawPoster = (): string =>
  `<svg width="100%" height="100vh" display="block" fill="${PALETTES.light.sea}">${inBothThemes(drawIn("light"), drawIn("dark"))}</svg>`;

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
