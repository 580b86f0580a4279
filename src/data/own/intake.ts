import type { Geometry } from "geojson";
import { DISGUISING } from "../disguising";
import { NO_CATEGORY, PRECISIONS } from "./columns";
import { DateColumns } from "./date-columns";
import type { DateHabits } from "./dates";
import { fingerprint } from "./fingerprint";
import { eachPosition } from "./geometry";
import { GrowingBlob, GrowingNumbers, GrowingTexts } from "./growing";
import { IssueList, type NoteReason, type SkipReason } from "./issues";
import { type KnownTable, precisionOf } from "./known-tables";
import { LIMITS } from "./limits";

/** One row or feature as a format's reader hands it on. */
export interface IntakeRow {
  /** As counted in the file, from 1. */
  readonly number: number;
  /** The file's own numbers, whatever they mean, and the height where there is one; of a shape, null. */
  readonly point: readonly [x: number, y: number, height?: number] | null;
  readonly shape: Geometry | null;
  readonly vertices: number;
  readonly title: string;
  readonly category: string;
  readonly date: string;
  readonly endDate: string;
  readonly wherePrecision: string;
  readonly whenPrecision: string;
  /** Metres. */
  readonly radius: string;
  /** The reader's own cells as JSON. */
  readonly cells: string;
}

const LONGEST_TITLE = 300;

interface IntakeOptions {
  readonly featureLimit: number;
  readonly table: KnownTable | null;
  readonly dates: DateHabits;
}

/** Collects what a file holds as columns, before it is known what its numbers mean. */
export class Intake {
  readonly numbers = new GrowingNumbers(Uint32Array);
  readonly x = new GrowingNumbers(Float64Array);
  readonly y = new GrowingNumbers(Float64Array);
  readonly precision = new GrowingNumbers(Uint8Array);
  readonly radius = new GrowingNumbers(Float32Array);
  readonly category = new GrowingNumbers(Uint16Array);
  readonly height = new GrowingNumbers(Float64Array);
  readonly fingerprint = new GrowingNumbers(Float64Array);
  readonly titles = new GrowingTexts();
  readonly shapes = new GrowingTexts();
  readonly cells = new GrowingBlob();
  readonly skipped = new IssueList<SkipReason>();
  readonly notes = new IssueList<NoteReason>();
  readonly categories = new Map<string, number>();
  readonly days: DateColumns;
  hasShapes = false;
  hasHeights = false;
  #vertices = 0;
  readonly #options: IntakeOptions;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.days = new DateColumns({ ...options, notes: this.notes });
  }

  /** Rows read so far, taken or not. */
  get total(): number {
    return this.numbers.length + this.skipped.count;
  }

  get isFull(): boolean {
    return this.numbers.length >= this.#options.featureLimit;
  }

  skip(number: number, reason: SkipReason): void {
    this.skipped.add(reason, number);
  }

  take(row: IntakeRow): void {
    const vertices = this.#vertices + (row.shape ? row.vertices : 0);
    if (this.isFull || vertices > LIMITS.vertices) {
      this.skip(row.number, this.isFull ? "too-many-features" : "too-many-vertices");
      return;
    }
    this.#vertices = vertices;
    this.numbers.push(row.number);
    const [x, y, height] = row.point ?? middleOf(row.shape);
    this.x.push(x);
    this.y.push(y);
    this.height.push(height ?? Number.NaN);
    if (height !== undefined) this.hasHeights = true;
    const shape = row.shape ? JSON.stringify(row.shape) : "";
    this.fingerprint.push(fingerprint([x, y, height], [shape, row.cells]));
    this.shapes.push(shape);
    if (row.shape) this.hasShapes = true;
    this.titles.push(this.#titleOf(row));
    this.days.take(row);
    this.#takePrecision(row);
    this.category.push(this.#categoryOf(row.category));
    this.cells.push(row.cells);
  }

  #titleOf({ title, number }: IntakeRow): string {
    // They stay in the cells.
    const clean = title.replace(DISGUISING, " ").trim();
    if (clean !== title.trim()) this.notes.add("text-cleaned", number);
    if (clean === "") return `#${number}`;
    return clean.length > LONGEST_TITLE ? `${clean.slice(0, LONGEST_TITLE)}…` : clean;
  }

  #takePrecision({ wherePrecision, radius }: IntakeRow): void {
    const { table } = this.#options;
    const known = table && precisionOf(table, wherePrecision, radius);
    this.precision.push(known ? PRECISIONS.indexOf(known.precision) + 1 : 0);
    this.radius.push(known?.radiusMeters ?? 0);
  }

  #categoryOf(text: string): number {
    const name = text.trim();
    if (name === "") return NO_CATEGORY;
    const known = this.categories.get(name);
    if (known !== undefined) return known;
    if (this.categories.size >= NO_CATEGORY) return NO_CATEGORY;
    this.categories.set(name, this.categories.size);
    return this.categories.size - 1;
  }
}

/** The middle of the extent of a geometry; NaN for none. */
export function middleOf(geometry: Geometry | null): [x: number, y: number, height?: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  if (geometry) {
    eachPosition(geometry, ([x = Number.NaN, y = Number.NaN]) => {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    });
  }
  return [(west + east) / 2, (south + north) / 2];
}
