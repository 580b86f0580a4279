import { writeFileSync } from "node:fs";
import { facesFor, fontFaceRules, withStyle } from "../../picture/embedded-fonts";
import { mapPicture } from "../../picture/map-picture";
import { pictureOfModel } from "../../picture/model-picture";
import { pageSize } from "../../picture/page-layout";
import { pictureFurniture } from "../../picture/picture-furniture";
import { draftAlt, draftTitle } from "../../state/description";
import { decode } from "../../state/permalink";
import type { View } from "../../state/view";
import { type Arguments, needFlag, readNumber } from "../arguments";
import type { Command } from "../command";
import { printJson, systemReason } from "../output";
import { readCountryOutlines, readFont, readPictureBase, readRegister, readSpeech, readTicks } from "../picture-files";
import { loadModel, measuredOverlays } from "../picture-model";
import { UsageError } from "../usage-error";

/** The window in which a link's camera is taken to be seen, in CSS px. */
const SEEN = { width: 1200, height: 800 };
const DEFAULT_WIDTH = 1200;
const WIDTH_RANGE = [160, 8192] as const;

function readView(link: string): View {
  const at = link.indexOf("#");
  const fragment = at >= 0 ? link.slice(at) : link;
  if (at < 0 && !/^[a-z]+=/.test(link)) {
    throw new UsageError(`--view: not a link of the atlas nor what follows its “#”: ${link}`);
  }
  return decode(fragment);
}

function readPixels(given: Arguments, name: string, fallback: number): number {
  const text = given.flags.get(name);
  if (text === undefined) return fallback;
  const value = readNumber(text);
  if (!Number.isInteger(value) || value < WIDTH_RANGE[0] || value > WIDTH_RANGE[1]) {
    throw new UsageError(`--${name}: not a whole number from ${WIDTH_RANGE[0]} to ${WIDTH_RANGE[1]}: ${text}`);
  }
  return value;
}

/** How an SVG holds its letters: as text with the fonts in the file, or as outlines. */
const LETTERS = ["text", "outlines"] as const;
type Letters = (typeof LETTERS)[number];

function readLetters(text = "text"): Letters {
  const letters = LETTERS.find((name) => name === text);
  if (!letters) throw new UsageError(`--letters: neither text nor outlines: ${text}`);
  return letters;
}

/** The picture of a view as an SVG file that needs no font from elsewhere. */
async function drawView(
  view: View,
  output: { readonly width: number; readonly height: number },
  title: string | undefined,
  letters: Letters,
) {
  const speech = readSpeech(view.language ?? "en");
  const model = await loadModel(view);
  const parts = {
    base: readPictureBase(),
    ticks: readTicks(),
    countries: readCountryOutlines(),
    overlays: await measuredOverlays(model),
  };
  const picture = pictureOfModel(model, speech, parts);
  const shown = { view, layers: picture.layers, seen: { camera: view.camera, ...SEEN } };
  const furniture = pictureFurniture(shown, speech, {
    title: title ?? draftTitle(shown, speech),
    manifest: model.manifest,
    register: readRegister(),
  });
  const size = pageSize(picture, furniture, output);
  const svg = mapPicture(picture, { ...size, output, alt: draftAlt(shown, speech), furniture, seen: SEEN });
  const faces = facesFor(svg);
  if (letters === "text")
    return withStyle(
      svg,
      fontFaceRules(faces, (file) => readFont(file).toString("base64")),
    );
  const { outlineTexts } = await import("../../picture/outlined-texts");
  const { loadFace } = await import("../../picture/shaped-text");
  return outlineTexts(
    svg,
    faces.map((face) => loadFace(face, readFont(face.file))),
  );
}

/** `sarhad picture`: a view as a picture with title, legend, scale bar, sources and notes. */
export const picture: Command = {
  name: "picture",
  usage:
    "picture --view LINK --out FILE.svg|FILE.png [--width PX] [--height PX] [--title TEXT] [--letters text|outlines]",
  flags: ["view", "out", "width", "height", "title", "letters"],
  mostRest: 0,
  run: async (given) => {
    const view = readView(needFlag(given, "view"));
    const out = needFlag(given, "out");
    const format = /\.(svg|png)$/i.exec(out)?.[1]?.toLowerCase();
    if (!format) throw new UsageError(`--out: ends neither in .svg nor in .png: ${out}`);
    const width = readPixels(given, "width", DEFAULT_WIDTH);
    const height = readPixels(given, "height", Math.round((width * SEEN.height) / SEEN.width));
    const letters = readLetters(given.flags.get("letters"));
    const svg = await drawView(view, { width, height }, given.flags.get("title"), letters);
    const content = format === "svg" ? svg : await (await import("../rasterize")).rasterize(svg, width, height);
    try {
      writeFileSync(out, content);
    } catch (error) {
      throw new UsageError(`--out: cannot write ${out}: ${systemReason(error)}`);
    }
    printJson({ out, width, height, bytes: Buffer.byteLength(content) });
    return 0;
  },
};
