import { computed, effect } from "@preact/signals-core";
import type { AtlasFeature } from "../data/feature";
import { type CorridorAxis, SIDES } from "../geo/tasks";
import type { Ask } from "./ask";
import { corridorAxis } from "./corridor-axis";
import { needsFigures, type PointFigures } from "./known-figures";
import { lastValue, latest } from "./latest";
import type { Model } from "./model";
import { createRest } from "./rest";

type Point = readonly [lng: number, lat: number];

/** Layers arrive one after the other: the engine is asked once they have rested so long. */
const REST_MILLISECONDS = 150;

/** Every known point of a record: its own, and those an event was also at. */
export function pointsOf({ geometry, properties }: AtlasFeature): readonly Point[] {
  const points: Point[] = [];
  if (geometry?.type === "Point") points.push([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]);
  if ("alsoAt" in properties) for (const { point } of properties.alsoAt) if (point) points.push(point);
  return points;
}

/** Points as lng, lat, …, and the key of the record that each belongs to. */
interface PackedPoints {
  readonly keys: readonly string[];
  readonly positions: Float64Array;
}

interface Asked {
  readonly along: CorridorAxis | null;
  readonly halfWidthMeters: number;
}

function packPoints(features: Model["features"]["value"]): PackedPoints {
  const keys: string[] = [];
  const positions: number[] = [];
  for (const [key, { feature }] of features) {
    for (const point of pointsOf(feature)) {
      keys.push(key);
      positions.push(...point);
    }
  }
  return { keys, positions: Float64Array.from(positions) };
}

/**
 * Keeps `model.placeFigures` in step with the records and the corridors of the link, asking the engine through `ask`, while
 * a filter needs them or `model.figuresWanted` is set. Answers the two answers that they are made of.
 */
export function keepPlaceFigures(model: Model, ask: Ask) {
  const isWanted = computed(() => model.figuresWanted.value || needsFigures(model.view.value.filters));
  const packed = computed(() => packPoints(model.features.value));
  const corridors = computed(() => model.view.value.corridors);
  const measured = computed(() => model.view.value.measure);

  const pointsRest = createRest(REST_MILLISECONDS);
  const askPoints = async ({ keys, positions }: PackedPoints, abort: AbortSignal) => {
    await pointsRest(abort);
    const { meters, side } = await ask("enrich", { points: positions }, abort);
    const byKey = new Map<string, PointFigures[]>();
    keys.forEach((key, index) => {
      const figures = { side: SIDES[side[index] ?? -1] ?? "other", borderMeters: meters[index] ?? Number.NaN };
      const others = byKey.get(key);
      if (others) others.push(figures);
      else byKey.set(key, [figures]);
    });
    return byKey;
  };

  const insideRest = createRest(REST_MILLISECONDS);
  const askInside = async (asked: readonly Asked[], { keys, positions }: PackedPoints, abort: AbortSignal) => {
    await insideRest(abort);
    return Promise.all(
      asked.map(async ({ along, halfWidthMeters }) => {
        if (!along) return new Set<string>();
        const answer = await ask("membership", { along, halfWidthMeters, points: positions }, abort);
        return new Set(keys.filter((_, index) => answer[index] === 1));
      }),
    );
  };

  const points = latest((abort) => (isWanted.value ? askPoints(packed.value, abort) : null)).answer;
  const inside = latest((abort) => {
    if (!isWanted.value) return null;
    const asked = corridors.value.map(({ along, halfWidthMeters }) => ({
      along: corridorAxis(along, measured, model.features),
      halfWidthMeters,
    }));
    return askInside(asked, packed.value, abort);
  }).answer;

  effect(() => {
    const hasFailed = points.value.state === "failed" || inside.value.state === "failed";
    model.placeFigures.value = hasFailed
      ? "failed"
      : { points: lastValue(points.value), inside: lastValue(inside.value) };
  });
  return [points, inside] as const;
}
