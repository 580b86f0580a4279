import { readFileSync } from "node:fs";
import { convert } from "fontverter";
import { Direction, Face, Font, Blob as FontBlob, Buffer as Line, shape } from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { type FontFace, facesFor } from "../../src/picture/embedded-fonts";
import { mapPicture } from "../../src/picture/map-picture";
import { outlineTexts } from "../../src/picture/outlined-texts";
import { type LoadedFace, loadFace, shapeText, type TextLook } from "../../src/picture/shaped-text";
import fa from "../../src/state/language/catalogue/fa.json";
import ur from "../../src/state/language/catalogue/ur.json";
import { pictureOf } from "./fixture";
import { parseXml } from "./xml-parser";

const fontFile = (file: string) => readFileSync(`public/fonts/${file}`);
const load = (face: FontFace): LoadedFace => loadFace(face, fontFile(face.file));

/** Faces by their file, as a picture of many scripts needs them. */
const FACES = facesFor(`<g font-family="Vazirmatn,'Source Sans 3'" font-weight="600">><text>ا aā</text></g>`)
  .concat(facesFor(`<g font-family="'Noto Naskh Arabic'" font-weight="600"><text>ا</text></g>`))
  .map(load);
const faceOf = (file: string) => FACES.filter((face) => face.file === file);

const look = (family: string, weight: number, size: number): TextLook => ({
  families: [family, "Source Sans 3"],
  size,
  weight,
  isItalic: false,
  spacing: 0,
  direction: "rtl",
});

/** Words of Arabic script out of the texts of the atlas. */
const WORDS = [
  ...new Set(
    [ur, fa].flatMap((catalogue) => Object.values(catalogue).flatMap((text) => text.split(/[^\u0621-\u06d4\u200c]+/))),
  ),
].filter((word) => word !== "");

/** Where HarfBuzz begins each contour of a word, in units of the font, from the word's left end. */
function contoursByHarfBuzz(font: Font, word: string): readonly (readonly [number, number])[] {
  const line = new Line();
  line.addText(word);
  line.guessSegmentProperties();
  line.setDirection(Direction.RTL);
  shape(font, line);
  const positions = line.getGlyphPositions();
  let pen = 0;
  return line.getGlyphInfos().flatMap(({ codepoint }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const begins = [...font.glyphToPath(codepoint).matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map(
      ([, x, y]) => [pen + xOffset + Number(x), yOffset + Number(y)] as const,
    );
    pen += xAdvance;
    return begins;
  });
}

describe("letters as outlines", () => {
  it("keep the halo of their text behind them and as wide", () => {
    const look = 'font-size="12" stroke="#fff" stroke-width="3" paint-order="stroke"';
    const outlined = outlineTexts(
      `<svg font-family="Vazirmatn"><text x="0" y="0" direction="rtl" ${look}>ش</text></svg>`,
      FACES,
    );
    expect(outlined).toMatch(/<g [^>]*stroke-width="3"[^>]*paint-order="stroke"/);
  });

  it.each([
    ["Vazirmatn", "vazirmatn-400.woff2", 400],
    ["Vazirmatn", "vazirmatn-700.woff2", 700],
    ["Noto Naskh Arabic", "naskh-400.woff2", 400],
    ["Noto Naskh Arabic", "naskh-700.woff2", 700],
  ] as const)("are joined and placed in %s (%s) as HarfBuzz does it", async (family, file, weight) => {
    const sfnt = await convert(fontFile(file), "sfnt");
    const bytes = sfnt.buffer.slice(sfnt.byteOffset, sfnt.byteOffset + sfnt.length) as ArrayBuffer;
    const font = new Font(new Face(new FontBlob(bytes)));
    const faces = faceOf(file);
    const size = faces[0]?.font.unitsPerEm ?? 0;
    const faults: string[] = [];
    for (const word of WORDS) {
      const path = shapeText([word], faces, look(family, weight, size))?.paths[0] ?? "";
      const ours = [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), -Number(y)] as const);
      const theirs = contoursByHarfBuzz(font, word);
      // HarfBuzz kerns across the joiners that are not drawn: by no more than two hundredths of the size.
      const isSame =
        ours.length === theirs.length &&
        ours.every(([x, y], index) => {
          const [otherX = Number.NaN, otherY = Number.NaN] = theirs[index] ?? [];
          return Math.abs(x - otherX) <= size / 50 && Math.abs(y - otherY) <= 1;
        });
      if (!isSame) faults.push(word);
    }
    expect(WORDS.length).toBeGreaterThan(2000);
    expect(faults).toEqual([]);
  });

  it("run in both directions within a line, and each piece stays apart", () => {
    const pieces = ["برگرفته از: ", "\u2068GeoNames\u2069", " · ", "\u2068Natural Earth\u2069"];
    const shaped = shapeText(pieces, FACES, look("Vazirmatn", 400, 10));
    const leftOf = (path = "") => Math.min(...[...path.matchAll(/M(-?[\d.]+)/g)].map(([, x]) => Number(x)));
    const [intro, first, , second] = (shaped?.paths ?? []).map(leftOf);
    expect(second).toBeLessThan(Number(first));
    expect(first).toBeLessThan(Number(intro));
    expect(shaped?.width).toBeGreaterThan(Number(intro));
  });

  it("turn brackets in a line from right to left", () => {
    const drawn = (text: string, direction: "ltr" | "rtl") =>
      shapeText([text], FACES, { ...look("Vazirmatn", 400, 100), direction })?.paths[0];
    expect(drawn("(", "rtl")).toBe(drawn(")", "ltr"));
  });

  it.each([
    "en",
    "ur",
    "fa",
  ] as const)("stand for every text of a picture in %s, with its words, links and colours", (language) => {
    const picture = pictureOf({}, language);
    const svg = mapPicture(picture, {
      width: 900,
      height: 700,
      alt: "alt",
      furniture: {
        title: picture.translate("app.title"),
        hasScaleBar: true,
        northArrow: "always",
        hasLocator: true,
        hasCredits: true,
        hasBoundaryNote: true,
      },
    });
    const texts = [...svg.matchAll(/<text[ >]/g)].length;
    const outlined = outlineTexts(svg, facesFor(svg).map(load));
    expect(() => parseXml(outlined)).not.toThrow();
    expect(texts).toBeGreaterThan(40);
    expect(outlined).not.toContain("<text");
    const count = (pattern: RegExp) => [...outlined.matchAll(pattern)].length;
    expect(count(/<g [^>]*aria-label="[^"]+"><g transform=/g)).toBe(texts);
    expect(count(/<a [^>]*href="[^"]+"[^>]*><path d="M/g)).toBe([...svg.matchAll(/<a /g)].length);
    expect(outlined).toContain(`aria-label="${picture.translate("app.title")}"`);
    expect(outlined.replace(/<g [^>]*aria-label.*?<\/g><\/g>/g, "")).toBe(svg.replace(/<text.*?<\/text>/g, ""));
  });

  it("leave a line as text when a letter of it is in no font of the picture", () => {
    const svg = '<svg font-family="\'Source Sans 3\'"><text x="1" y="2">ab</text><text x="3" y="4">\u4e2d</text></svg>';
    const outlined = outlineTexts(svg, FACES);
    expect(outlined).toContain('<text x="3" y="4">\u4e2d</text>');
    expect(outlined).toContain('<g aria-label="ab"><g transform="translate(1 2)"><path d="M');
  });
});
