import type { CorridorRequest as CorridorQuestion, Place, RankedPlace } from "../../geo/tasks";
import type { Ask } from "../ask";
import { featureKey } from "../feature-key";
import { knownPoint } from "../known-point";
import type { Model } from "../model";
import type { OwnTable } from "../own-layers";
import type { FeatureReference } from "../view";
import { eachPart } from "./parts";
import { viewSieve } from "./view-sieve";

/** So many rows of a table are ranked; the others are only counted. */
const MOST_RANKED = 300;

/** Rows inside a corridor: how many, and the nearest of each table to its axis. */
export interface RowsInside {
  readonly count: number;
  readonly places: readonly RankedPlace[];
}

type Own = Pick<Model, "own" | "view">;

const tablesOf = ({ own }: Own) =>
  own.list.value.flatMap(({ layer, table }) => (table ? [{ layer: layer.id, table }] : []));

/** A row as a place that the engine ranks; null for one that is no point. */
function placeOf(layer: string, table: OwnTable, row: number): Place | null {
  const feature = table.featureAt(row);
  const point = knownPoint(feature);
  return feature && point && { key: featureKey({ layer, id: feature.id }), group: layer, ...point };
}

/** The nearest rows of every table to a position, as places; `except` is left out. */
export async function placesNearby(
  model: Own,
  from: readonly [lng: number, lat: number],
  except: FeatureReference | null,
  abort: AbortSignal,
): Promise<readonly Place[]> {
  const rows = model.own.rows.value;
  const places: Place[] = [];
  for (const { layer, table } of tablesOf(model)) {
    const exceptRow = except?.layer === layer ? table.rowOf(except.id) : null;
    const sieve = viewSieve(model.view.peek(), table.columns);
    const question = { from, limit: MOST_RANKED, except: exceptRow };
    const answer = await rows?.ask(layer, sieve, "nearest", question, abort);
    for (const row of answer?.rows ?? []) {
      const place = placeOf(layer, table, row);
      if (place) places.push(place);
    }
  }
  return places;
}

/** Calls `take` with the rows of a table inside a corridor, part by part in order, and with the points of each part. */
async function eachInside(
  table: OwnTable,
  { along, halfWidthMeters }: CorridorQuestion,
  ask: Ask,
  abort: AbortSignal,
  take: (rows: readonly number[], points: Float64Array, from: number) => Promise<void>,
): Promise<void> {
  await eachPart(table, async (points, from) => {
    const isInside = await ask("membership", { along, halfWidthMeters, points }, abort);
    const rows: number[] = [];
    isInside.forEach((is, at) => {
      if (is === 1) rows.push(from + at);
    });
    if (rows.length > 0) await take(rows, points, from);
  });
}

/** The rows of a table inside a corridor along a line: how many, and those nearest to the line. */
async function insideAlong(table: OwnTable, corridor: CorridorQuestion, ask: Ask, abort: AbortSignal) {
  const { along } = corridor;
  let count = 0;
  let nearest: { readonly row: number; readonly meters: number }[] = [];
  await eachInside(table, corridor, ask, abort, async (rows, points, from) => {
    count += rows.length;
    if (typeof along === "object" && "point" in along) return;
    const inside = new Float64Array(rows.length * 2);
    rows.forEach((row, index) => {
      inside[2 * index] = points[2 * (row - from)] ?? Number.NaN;
      inside[2 * index + 1] = points[2 * (row - from) + 1] ?? Number.NaN;
    });
    const { meters } = await ask("enrich", { points: inside, line: along }, abort);
    const limit = nearest.length < MOST_RANKED ? Number.POSITIVE_INFINITY : (nearest.at(-1)?.meters ?? 0);
    const found = rows.map((row, index) => ({ row, meters: meters[index] ?? Number.NaN }));
    nearest = [...nearest, ...found.filter((one) => one.meters < limit)]
      .sort((a, b) => a.meters - b.meters || a.row - b.row)
      .slice(0, MOST_RANKED);
  });
  return { count, rows: nearest.map(({ row }) => row) };
}

/** Places of one question to the engine: it answers others in between, and the page draws. */
const PLACES_AT_ONCE = 500;

/** Every row of all tables inside a corridor, layer by layer in the order of the files, with its figures. */
export async function everyRowInside(
  model: Own,
  corridor: CorridorQuestion,
  ask: Ask,
  abort: AbortSignal,
): Promise<readonly RankedPlace[]> {
  const found: RankedPlace[] = [];
  for (const { layer, table } of tablesOf(model)) {
    await eachInside(table, corridor, ask, abort, async (rows) => {
      for (let at = 0; at < rows.length; at += PLACES_AT_ONCE) {
        const places = rows.slice(at, at + PLACES_AT_ONCE).flatMap((row) => placeOf(layer, table, row) ?? []);
        found.push(...(await ask("inside", { ...corridor, places }, abort)));
      }
    });
  }
  return found;
}

/** What lies inside a corridor of the rows of all tables; the engine is asked for some thousand rows at a time. */
export async function rowsInside(
  model: Own,
  corridor: CorridorQuestion,
  ask: Ask,
  abort: AbortSignal,
): Promise<RowsInside> {
  const { along } = corridor;
  let count = 0;
  const also: Place[] =
    typeof along === "object" && "point" in along ? [...(await placesNearby(model, along.point, null, abort))] : [];
  for (const { layer, table } of tablesOf(model)) {
    const found = await insideAlong(table, corridor, ask, abort);
    count += found.count;
    for (const row of found.rows) {
      const place = placeOf(layer, table, row);
      if (place) also.push(place);
    }
  }
  if (also.length === 0) return { count, places: [] };
  const places = await ask("inside", { ...corridor, places: also }, abort);
  return { count, places: places.toSorted((a, b) => a.meters - b.meters) };
}
