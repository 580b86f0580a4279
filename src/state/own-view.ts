import { computed, effect } from "@preact/signals-core";
import type { Geometry } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { GridQuestion } from "../data/own/grid";
import type { Bounds } from "./camera";
import type { Model } from "./model";
import type { OwnTable, TableView } from "./own-layers";
import type { Rows } from "./rows/client";
import type { RowAnswer } from "./rows/tasks";
import { viewSieve } from "./rows/view-sieve";
import { boundsInView } from "./summary";

/** So much more than what is in view is fetched on each side, so that a pan finds it drawn. */
const MARGIN = 0.5;

function widened([west, south, east, north]: Bounds): Bounds {
  const [across, up] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - across, south - up, east + across, north + up];
}

function viewOf(table: OwnTable, answer: RowAnswer<"grid">): TableView {
  const singles: AtlasFeature[] = [];
  const shapes = JSON.parse(answer.shapes) as readonly Geometry[];
  answer.shapeRows.forEach((row, at) => {
    const feature = table.featureAt(row, shapes[at]);
    if (feature) singles.push(feature);
  });
  for (const row of answer.rows) {
    const feature = table.featureAt(row);
    if (feature) singles.push(feature);
  }
  const groups = Array.from(answer.groupCount, (count, at) => ({
    lng: answer.groupLng[at] ?? 0,
    lat: answer.groupLat[at] ?? 0,
    count,
  }));
  const shapeCounts = { drawn: answer.shapeRows.length, gathered: answer.undrawnShapes };
  return { singles, groups, letThrough: answer.letThrough, shapes: shapeCounts };
}

/**
 * Tells `rows` the tables of the page, and keeps `model.own.inView` in step with camera, period, filters and tables: the
 * newest question of a layer wins, and while one is being answered only the newest waits.
 */
export function keepTablesInView(model: Model, rows: Rows): void {
  const { own } = model;
  const loaded = new Map<string, OwnTable>();
  const busy = new Map<string, { next: (() => void) | null }>();
  const tables = computed(() => own.list.value.flatMap(({ layer, table }) => (table ? [{ id: layer.id, table }] : [])));
  const period = computed(() => model.view.value.period);
  const filters = computed(() => model.view.value.filters);
  const question = computed<GridQuestion>(() => {
    const { camera } = model.view.value;
    const viewport = { ...model.viewport.value, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
    return { bounds: widened(boundsInView(camera, viewport)), zoom: camera.zoom };
  });
  own.rows.value = rows;
  effect(() => {
    const present = new Set(tables.value.map(({ id }) => id));
    for (const id of loaded.keys()) {
      if (present.has(id)) continue;
      loaded.delete(id);
      rows.drop(id);
      const { [id]: _, ...others } = own.inView.peek();
      own.inView.value = others;
    }
    for (const { id, table } of tables.value) {
      if (loaded.get(id) === table) continue;
      loaded.set(id, table);
      void rows.load(id, table.columns).then(() => own.rowsVersion.value++);
    }
  });

  effect(() => {
    // Without the engine nobody tells figures of rows: filters that compare them then narrow nothing, as for all records.
    if (model.placeFigures.value !== "failed") return;
    for (const { id } of tables.value) rows.failFigures(id);
    own.rowsVersion.value = own.rowsVersion.peek() + 1;
  });

  const ask = async (id: string, table: OwnTable, asked: GridQuestion) => {
    const answer = await rows.ask(id, viewSieve(model.view.peek(), table.columns), "grid", asked);
    if (answer && loaded.get(id) === table) own.inView.value = { ...own.inView.peek(), [id]: viewOf(table, answer) };
  };
  const askSoon = (id: string, table: OwnTable, asked: GridQuestion) => {
    const running = busy.get(id);
    if (running) {
      running.next = () => askSoon(id, table, asked);
      return;
    }
    const state: { next: (() => void) | null } = { next: null };
    busy.set(id, state);
    void ask(id, table, asked).finally(() => {
      busy.delete(id);
      state.next?.();
    });
  };
  effect(() => {
    const asked = question.value;
    // Each of these changes what an answer holds.
    void [own.rowsVersion.value, period.value, filters.value];
    for (const { id, table } of tables.value) askSoon(id, table, asked);
  });
}
