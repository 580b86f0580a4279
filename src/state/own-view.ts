import { computed, effect } from "@preact/signals-core";
import type { AtlasFeature } from "../data/feature";
import { dayOf } from "../data/own/columns";
import type { GridAnswer, GridQuestion } from "../data/own/grid";
import type { Grids } from "../data/own/grid-client";
import type { Bounds } from "./camera";
import type { Model } from "./model";
import type { OwnTable, TableView } from "./own-layers";
import { boundsInView } from "./summary";

/** So much more than what is in view is fetched on each side, so that a pan finds it drawn. */
const MARGIN = 0.5;

function widened([west, south, east, north]: Bounds): Bounds {
  const [across, up] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - across, south - up, east + across, north + up];
}

function viewOf(table: OwnTable, answer: GridAnswer): TableView {
  const singles: AtlasFeature[] = [];
  for (const row of answer.rows) {
    const feature = table.featureAt(row);
    if (feature) singles.push(feature);
  }
  const groups = Array.from(answer.groupCount, (count, at) => ({
    lng: answer.groupLng[at] ?? 0,
    lat: answer.groupLat[at] ?? 0,
    count,
  }));
  return { singles, groups, letThrough: answer.letThrough };
}

/** Keeps `model.own.inView` in step with camera, period and tables; the newest question of a layer wins. */
export function keepTablesInView(model: Model, grids: Grids): void {
  const loaded = new Map<string, OwnTable>();
  const asked = new Map<string, GridQuestion>();
  const tables = computed(() =>
    model.own.list.value.flatMap(({ layer, table }) => (table ? [{ id: layer.id, table }] : [])),
  );
  const question = computed<GridQuestion>(() => {
    const { camera, period } = model.view.value;
    const viewport = { ...model.viewport.value, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
    return {
      bounds: widened(boundsInView(camera, viewport)),
      zoom: camera.zoom,
      period: period && { from: dayOf(period.from), to: dayOf(period.to) },
    };
  });
  effect(() => {
    const present = new Set(tables.value.map(({ id }) => id));
    for (const id of loaded.keys()) {
      if (present.has(id)) continue;
      loaded.delete(id);
      grids.drop(id);
      const { [id]: _, ...others } = model.own.inView.peek();
      model.own.inView.value = others;
    }
    for (const { id, table } of tables.value) {
      if (loaded.get(id) === table) continue;
      loaded.set(id, table);
      grids.load(id, table.columns);
    }
  });
  effect(() => {
    const current = question.value;
    for (const { id, table } of tables.value) {
      asked.set(id, current);
      void grids.ask(id, current).then((answer) => {
        if (asked.get(id) !== current || loaded.get(id) !== table) return;
        model.own.inView.value = { ...model.own.inView.peek(), [id]: viewOf(table, answer) };
      });
    }
  });
}
