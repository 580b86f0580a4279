import bidiFactory from "bidi-js";
import { create, type Font } from "fontkit";
import type { FontFace } from "./embedded-fonts";
import { number } from "./xml";

/** A face with its file read. */
export interface LoadedFace extends FontFace {
  readonly font: Font;
}

/** How a line of text looks. */
export interface TextLook {
  /** Families in the order in which they are asked for each character. */
  readonly families: readonly string[];
  readonly size: number;
  readonly weight: number;
  readonly isItalic: boolean;
  /** Added after each letter, px. */
  readonly spacing: number;
  readonly direction: "ltr" | "rtl";
}

/** The outlines of one piece of a line, as a path that begins at the line's left end on its base line, in px. */
export interface ShapedText {
  readonly width: number;
  /** Above the base line to the middle between ascent and descent, px. */
  readonly middle: number;
  /** One path for each piece of the text, in order; empty where a piece shows nothing. */
  readonly paths: readonly string[];
}

/** Letters that are all of one piece, face and direction, in the order in which they are read. */
interface Run {
  readonly piece: number;
  readonly face: LoadedFace;
  readonly level: number;
  text: string;
}

const bidi = bidiFactory();
/** Characters that order text and are not drawn; the joiners stay, as they shape letters. */
const ORDERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const JOINER_OR_MARK = /[\u200c\u200d]|\p{Mark}/u;
/** How far an upright face is slanted where there is no italic one: as browsers do it. */
const SLANT = 0.25;

/** The face of `bytes`, a font file. Throws when it is none. */
export const loadFace = (face: FontFace, bytes: Uint8Array): LoadedFace => {
  const font = create(bytes as Buffer);
  if (!("layout" in font)) throw new TypeError(`${face.file} holds several fonts`);
  // A glyph first met as a part of another would be kept without its character, and no longer joined by what it is.
  for (const point of font.characterSet) font.glyphForCodePoint(point);
  return { ...face, font };
};

function facesInOrder(faces: readonly LoadedFace[], { families, weight }: TextLook): readonly LoadedFace[] {
  return families.flatMap((family) =>
    faces.filter(({ family: own, weights }) => {
      const [least = 0, most = 0] = weights.split(" ").map(Number);
      return own === family && weight >= least && weight <= most;
    }),
  );
}

/** The runs of a line in the order in which they are read, or null when a character is in none of the faces. */
function runsOf(pieces: readonly string[], faces: readonly LoadedFace[], look: TextLook): Run[] | null {
  const { levels } = bidi.getEmbeddingLevels(pieces.join(""), look.direction);
  const chain = facesInOrder(faces, look);
  const runs: Run[] = [];
  let at = 0;
  for (const [piece, text] of pieces.entries()) {
    for (const character of text) {
      const level = levels[at] ?? 0;
      at += character.length;
      if (ORDERING.test(character)) continue;
      const last = runs.at(-1);
      const drawn = (level % 2 === 1 && bidi.getMirroredCharacter(character)) || character;
      const point = drawn.codePointAt(0) ?? 0;
      const isWithLast = last && JOINER_OR_MARK.test(character) && last.face.font.hasGlyphForCodePoint(point);
      const face = isWithLast ? last.face : chain.find(({ font }) => font.hasGlyphForCodePoint(point));
      if (!face) {
        if (JOINER_OR_MARK.test(character)) continue;
        return null;
      }
      if (last && last.piece === piece && last.face === face && last.level === level) last.text += drawn;
      else runs.push({ piece, face, level, text: drawn });
    }
  }
  return runs;
}

/** Runs from left to right (UAX 9, rule L2). */
function inSight(runs: readonly Run[]): readonly Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

const COMMANDS: Readonly<Record<string, string>> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

/**
 * The letters of a line as outlines, joined, kerned and ordered as its scripts want it (OpenType layout and UAX 9). `pieces`
 * are the parts of the line, in the order in which they are read, whose outlines are wanted apart. Null when a character is
 * in none of `faces`.
 */
export function shapeText(pieces: readonly string[], faces: readonly LoadedFace[], look: TextLook): ShapedText | null {
  const runs = runsOf(pieces, faces, look);
  const [first] = facesInOrder(faces, look);
  if (!runs || !first) return null;
  const paths = pieces.map(() => "");
  let pen = 0;
  for (const { piece, face, level, text } of inSight(runs)) {
    const scale = look.size / face.font.unitsPerEm;
    const { glyphs, positions } = face.font.layout(
      text,
      undefined,
      undefined,
      undefined,
      level % 2 === 1 ? "rtl" : "ltr",
    );
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const point = (x: number, y: number) => {
        const [right, up] = [(x + xOffset) * scale, (y + yOffset) * scale];
        return `${number(pen + right + (look.isItalic ? up * SLANT : 0), 2)} ${number(-up, 2)}`;
      };
      for (const { command, args } of glyph.path.commands) {
        const points = args.flatMap((x, place) => (place % 2 === 0 ? [point(x, args[place + 1] ?? 0)] : []));
        paths[piece] += `${COMMANDS[command] ?? ""}${points.join(" ")}`;
      }
      pen += xAdvance * scale + (xAdvance > 0 ? look.spacing : 0);
    }
  }
  const { ascent, descent, unitsPerEm } = first.font;
  return { width: pen, middle: ((ascent + descent) / 2 / unitsPerEm) * look.size, paths };
}
