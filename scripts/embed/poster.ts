import type { Language } from "../../src/data/language.ts";
import { frameOf } from "../../src/picture/frame.ts";
import { drawGround } from "../../src/picture/ground.ts";
import { isJoined } from "../../src/picture/joined.ts";
import { posterPicture } from "../../src/picture/map-picture.ts";
import { PALETTES, type ThemeName } from "../../src/picture/palette.ts";
import { type Detail, FULL_DETAIL, POSTER_DETAIL } from "../../src/picture/path.ts";
import type { Picture, PictureLayer } from "../../src/picture/scene.ts";
import { element } from "../../src/picture/xml.ts";
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

/** A picture as an address that loads nothing. */
const dataAddress = (svg: string) => `data:image/svg+xml,${svg.replace(/[%#<>"]/g, encodeURIComponent)}`;

/** How the ground is drawn, the fewest bytes first. */
const GROUND_DETAILS: readonly Detail[] = [POSTER_DETAIL, { tolerancePx: 0.65, decimals: 1 }, FULL_DETAIL];

/** Browsers count a picture as painted when it has 0.05 bits for each px that is seen: here 680,000 px, as in frames 1280 px wide. */
const GROUND_BYTES = 4250;

/** The middle of the ground, a sixth of it and in sight in frames of any shape. */
const MIDDLE = { x: 280, y: 175, width: 400, height: 250 };

/**
 * Sea, land and boundaries as a picture within the poster: browsers count it as what is painted largest, which they never do
 * with shapes. Its lines are as faithful as that asks for and the base allows. Where the whole is too large to count, its
 * middle does, which is the same picture once more with its edges cut off. Without a style sheet it is day.
 */
function groundPicture(picture: Picture, theme: ThemeName): string {
  const frame = frameOf(picture.view.camera, SIZE.width, SIZE.height);
  const drawings = GROUND_DETAILS.map((detail) => {
    const ground = drawGround({ picture, frame, palette: PALETTES[theme], detail, prefix: "" });
    return element("svg", { xmlns: "http://www.w3.org/2000/svg", ...SIZE }, ground);
  });
  const svg = drawings.find(({ length }) => length >= GROUND_BYTES) ?? drawings.at(-1) ?? "";
  const id = `ground-${theme}`;
  const { x, y, width, height } = MIDDLE;
  return element(
    "g",
    { "data-ground": theme, display: theme === "dark" ? "none" : undefined },
    // Below the whole: on top of it the edges would show as hairlines where they fall within a px.
    element("svg", { ...MIDDLE, viewBox: `${x} ${y} ${width} ${height}` }, element("use", { href: `#${id}` })),
    element("image", { id, ...SIZE, href: dataAddress(svg) }),
  );
}

/** The view of `link` as an SVG element of 960 × 600 px that fills its place; its colours follow the page's theme. */
export function drawEmbedPoster(input: LightInput, link: string, language: Language): string {
  const translate = translator(input.catalogues[language], language);
  const picture: Picture = {
    view: decode(link),
    layers: layersOf(input, link),
    base: input.base,
    language,
    theme: "light",
    translate,
  };
  const ground = groundPicture(picture, "light") + groundPicture(picture, "dark");
  const svg = posterPicture(picture, { ...SIZE, alt: translate("map.label"), ground });
  return svg.replace("<svg ", '<svg preserveAspectRatio="xMidYMid slice" ');
}
