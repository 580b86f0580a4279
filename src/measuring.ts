import { effect } from "@preact/signals-core";
import { ANALYSIS_FILES } from "./data/analysis-files";
import { type Compute, createCompute, type WorkerLike } from "./geo/compute";
import { fetchGround } from "./geo/fetch-ground";
import { type PackedPolygons, packLines, packPolygons } from "./geo/packed";
import type { LoadedLine, Place } from "./geo/tasks";
import { unpack } from "./picture/base";
import type { Ask } from "./state/ask";
import { knownPoint } from "./state/known-point";
import { createMeasures, type Measures } from "./state/measures";
import type { Model } from "./state/model";
import { keepPlaceFigures } from "./state/place-figures";
import { keepRowFigures } from "./state/rows/keep-figures";

/** All land, by which the sea is told from other land; without it everything else can still be measured. */
async function loadLand(): Promise<{ readonly land?: PackedPolygons }> {
  try {
    const { default: base } = await import("../data/derived/picture-base.json");
    return { land: packPolygons(unpack(base.land, base.stepsPerDegree).map((ring) => [ring])) };
  } catch {
    return {};
  }
}

/** Keeps the engine's places and corridor lines those of the page. */
function keepPlaces(compute: Compute, model: Model): void {
  effect(() => {
    const places: Place[] = [];
    const lines: LoadedLine[] = [];
    for (const [key, { layer, feature }] of model.features.value) {
      const point = knownPoint(feature);
      if (point) places.push({ key, group: layer.id, ...point });
      const { geometry } = feature;
      if (layer.draw !== "corridor" || geometry === null) continue;
      if (geometry.type === "LineString" || geometry.type === "MultiLineString") {
        const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
        lines.push({ id: feature.id, dataErrorMeters: null, ...packLines(parts) });
      }
    }
    compute.load({ places, lines });
  });
}

const startWorker = (): WorkerLike =>
  new Worker(new URL("./geo/worker.ts", import.meta.url), { type: "module" }) as unknown as WorkerLike;

/** The measuring desk of `model`: fetches what figures are computed on and starts the engine in its worker. */
export async function startMeasures(model: Model): Promise<Measures> {
  const [ground, known] = await Promise.all([fetchGround(ANALYSIS_FILES), loadLand()]);
  const compute = createCompute(startWorker);
  compute.load({ ...ground, ...known });
  keepPlaces(compute, model);
  const ask: Ask = (task, question, abort) => compute.ask(task, question, abort);
  keepPlaceFigures(model, ask);
  keepRowFigures(model, ask);
  return createMeasures(model, ask);
}
