import { readFileSync } from "node:fs";
import { convert } from "fontverter";

/** The code points that a font file maps to a glyph, read from its cmap table (formats 4 and 12). */
export async function codePointsOf(file: string): Promise<ReadonlySet<number>> {
  const font = Uint8Array.from(await convert(readFileSync(file), "sfnt"));
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const points = new Set<number>();
  for (let table = 0; table < view.getUint16(4); table++) {
    const entry = 12 + table * 16;
    if (view.getUint32(entry) !== 0x636d6170) continue;
    const cmap = view.getUint32(entry + 8);
    for (let index = 0; index < view.getUint16(cmap + 2); index++) {
      readSubtable(view, cmap + view.getUint32(cmap + 8 + index * 8), points);
    }
  }
  return points;
}

function readSubtable(view: DataView, at: number, points: Set<number>): void {
  const format = view.getUint16(at);
  if (format === 12) {
    for (let group = 0; group < view.getUint32(at + 12); group++) {
      const start = at + 16 + group * 12;
      for (let code = view.getUint32(start); code <= view.getUint32(start + 4); code++) points.add(code);
    }
  }
  if (format !== 4) return;
  const doubled = view.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(at + 14 + segment);
    const first = view.getUint16(at + 16 + doubled + segment);
    for (let code = first; code <= last && code !== 0xffff; code++) points.add(code);
  }
}
