import { computed, effect } from "@preact/signals-core";
import { type CorridorAxis, SIDES } from "../../geo/tasks";
import type { Ask } from "../ask";
import { corridorAxis } from "../corridor-axis";
import { needsFigures } from "../known-figures";
import type { Model } from "../model";
import type { OwnTable } from "../own-layers";
import { createRest } from "../rest";
import { eachPart } from "./parts";
import type { RowFigures } from "./sieve";

const REST_MILLISECONDS = 250;

interface AskedCorridor {
  readonly along: CorridorAxis | null;
  readonly halfWidthMeters: number;
}

type PointFigures = Required<Pick<RowFigures, "side" | "borderMeters">>;

async function pointFigures(table: OwnTable, ask: Ask, abort: AbortSignal): Promise<PointFigures> {
  const side = new Uint8Array(table.count).fill(SIDES.length);
  const borderMeters = new Float64Array(table.count).fill(Number.NaN);
  await eachPart(table, async (points, from) => {
    const answer = await ask("enrich", { points }, abort);
    side.set(answer.side, from);
    borderMeters.set(answer.meters, from);
  });
  return { side, borderMeters };
}

async function insideOf(
  table: OwnTable,
  { along, halfWidthMeters }: AskedCorridor,
  ask: Ask,
  abort: AbortSignal,
): Promise<Uint8Array> {
  const inside = new Uint8Array(table.count);
  if (!along) return inside;
  await eachPart(table, async (points, from) => {
    inside.set(await ask("membership", { along, halfWidthMeters, points }, abort), from);
  });
  return inside;
}

/**
 * Keeps the figures of the rows of tables – side, distance to the border, corridors of the link – in step with the page
 * while a filter needs them or `model.figuresWanted` is set; the engine is asked for some thousand rows at a time.
 */
export function keepRowFigures(model: Model, ask: Ask): void {
  const { own } = model;
  const isWanted = computed(() => model.figuresWanted.value || needsFigures(model.view.value.filters));
  const corridors = computed(() => model.view.value.corridors);
  const measured = computed(() => model.view.value.measure);
  const rest = createRest(REST_MILLISECONDS);

  const known = new WeakMap<OwnTable, PointFigures>();

  const figuresOf = async (
    table: OwnTable,
    asked: readonly AskedCorridor[],
    abort: AbortSignal,
  ): Promise<RowFigures> => {
    try {
      const points = known.get(table) ?? (await pointFigures(table, ask, abort));
      known.set(table, points);
      const inside: Uint8Array[] = [];
      for (const corridor of asked) inside.push(await insideOf(table, corridor, ask, abort));
      return { ...points, inside, hasFailed: false };
    } catch (error) {
      if (abort.aborted) throw error;
      return { side: null, borderMeters: null, inside: null, hasFailed: true };
    }
  };
  const answer = async (asked: readonly AskedCorridor[], abort: AbortSignal) => {
    await rest(abort);
    for (const { layer, table } of own.list.peek()) {
      if (!table) continue;
      own.rows.peek()?.setFigures(layer.id, await figuresOf(table, asked, abort));
      own.rowsVersion.value++;
    }
  };
  effect(() => {
    const isServed = own.rows.value !== null && own.list.value.some(({ table }) => table);
    if (!isWanted.value || !isServed) return;
    const asked = corridors.value.map(({ along, halfWidthMeters }) => ({
      along: corridorAxis(along, measured, model.features),
      halfWidthMeters,
    }));
    const abort = new AbortController();
    answer(asked, abort.signal).catch(() => {
      // Only another question ends this one.
    });
    return () => abort.abort();
  });
}
