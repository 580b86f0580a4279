import type { Geometry, Position } from "geojson";
import { type OwnColumns, type TextColumn, textAt } from "./columns";
import type { Decisions } from "./decisions";
import { duplicateRows, nullRows } from "./findings";
import { eachPosition } from "./geometry";
import { GrowingTexts } from "./growing";
import { type Intake, middleOf } from "./intake";
import type { Issues, NoteReason, SkipReason } from "./issues";
import { loadToDegrees } from "./projection";

/** What became of every row of a file. */
export interface ImportReport {
  readonly total: number;
  readonly accepted: number;
  readonly skipped: Issues<SkipReason>;
  readonly notes: Issues<NoteReason>;
}

const isOnEarth = (lng: number, lat: number) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

type Filterable = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

/** The entries of the rows kept. */
function kept<A extends Filterable>(values: A, rows: Uint32Array): A {
  if (rows.length === values.length) return values;
  const result = values.slice(0, rows.length) as A;
  for (let at = 0; at < rows.length; at++) result[at] = values[rows[at] ?? 0] ?? 0;
  return result;
}

function keptTexts(texts: TextColumn, rows: Uint32Array): TextColumn {
  if (rows.length === texts.ends.length) return texts;
  const ends = new Uint32Array(rows.length);
  const bytes = new Uint8Array(texts.bytes.length);
  let length = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const part = texts.bytes.subarray(row === 0 ? 0 : texts.ends[row - 1], texts.ends[row]);
    bytes.set(part, length);
    length += part.length;
    ends[at] = length;
  }
  return { bytes: bytes.slice(0, length), ends };
}

/** A geometry with every position moved; null when one of them is not on the earth then. */
function moved(geometry: Geometry, move: (x: number, y: number) => readonly [number, number]): Geometry | null {
  let isWhole = true;
  eachPosition(geometry, (position: Position) => {
    const [lng, lat] = move(position[0] ?? Number.NaN, position[1] ?? Number.NaN);
    if (!isOnEarth(lng, lat)) isWhole = false;
    position[0] = lng;
    position[1] = lat;
  });
  return isWhole ? geometry : null;
}

/**
 * The columns of the rows that can be shown once the reader has decided, and what became of all of them: every row is
 * either accepted or skipped with its reason.
 */
export async function settle(
  intake: Intake,
  decisions: Decisions,
  fields: readonly string[] | null,
): Promise<{ readonly columns: OwnColumns; readonly report: ImportReport }> {
  const { total } = intake;
  const convert = await loadToDegrees(decisions.projection);
  const move = (x: number, y: number) => (decisions.swap ? convert(y, x) : convert(x, y));
  const [lng, lat, numbers] = [intake.x.take(), intake.y.take(), intake.numbers.take()];
  const heights = intake.hasHeights ? intake.height.take() : null;
  const duplicates = decisions.duplicates === "skip" ? duplicateRows(intake) : null;
  const nulls = decisions.nullIsland === "skip" ? nullRows(intake) : null;
  const rawShapes = intake.hasShapes ? intake.shapes.take() : null;
  const shapes = rawShapes && new GrowingTexts();
  const rows = new Uint32Array(numbers.length);
  let count = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? 0;
    const shapeText = rawShapes ? textAt(rawShapes, row) : "";
    if (duplicates?.[row]) intake.skip(number, "duplicate");
    else if (nulls?.has(row)) intake.skip(number, "null-island");
    else if (shapeText !== "") {
      const shape = moved(JSON.parse(shapeText) as Geometry, move);
      if (!shape) {
        intake.skip(number, "out-of-range");
        continue;
      }
      [lng[row], lat[row]] = middleOf(shape);
      shapes?.push(JSON.stringify(shape));
      rows[count++] = row;
    } else {
      const [toLng, toLat] = move(lng[row] ?? Number.NaN, lat[row] ?? Number.NaN);
      const isWithout = Number.isNaN(lng[row] ?? Number.NaN);
      if (!isWithout && !isOnEarth(toLng, toLat)) {
        intake.skip(number, "out-of-range");
        continue;
      }
      lng[row] = toLng;
      lat[row] = toLat;
      shapes?.push("");
      rows[count++] = row;
    }
  }
  const taken = rows.subarray(0, count);
  const cells = intake.cells.take();
  const starts = cells.ends.map((_, row) => cells.ends[row - 1] ?? 0);
  const columns: OwnColumns = {
    count,
    numbers: kept(numbers, taken),
    lng: kept(lng, taken),
    lat: kept(lat, taken),
    height: heights && kept(heights, taken),
    start: kept(intake.days.start.take(), taken),
    end: kept(intake.days.end.take(), taken),
    timePrecision: kept(intake.days.precision.take(), taken),
    precision: kept(intake.precision.take(), taken),
    radius: kept(intake.radius.take(), taken),
    category: kept(intake.category.take(), taken),
    categories: [...intake.categories.keys()],
    titles: keptTexts(intake.titles.take(), taken),
    shapes: shapes?.take() ?? null,
    fields,
    cells: cells.blob,
    cellStarts: kept(starts, taken),
    cellEnds: kept(cells.ends, taken),
  };
  const report = { total, accepted: count, skipped: intake.skipped.all, notes: intake.notes.all };
  return { columns, report };
}
