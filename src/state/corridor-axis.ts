import type { ReadonlySignal } from "@preact/signals-core";
import type { CorridorAxis } from "../geo/tasks";
import { knownPoint } from "./known-point";
import type { Model } from "./model";
import type { Vertex } from "./vertex-history";

/**
 * What a corridor of the link follows, as the engine wants it: a loaded line by its id, the line that was measured, a
 * position or a record's point. Null when there is no such thing (yet). It reads no more signals than it needs.
 */
export function corridorAxis(
  along: string,
  measured: ReadonlySignal<readonly Vertex[]>,
  features: Model["features"],
): CorridorAxis | null {
  if (along === "measure") {
    const parts = [measured.value];
    return measured.value.length > 1 ? { id: "measure", parts } : null;
  }
  const [lng, lat] = along.split(",").map(Number);
  if (along.includes(",") && lng !== undefined && lat !== undefined) return { point: [lng, lat] };
  if (along.includes("/")) {
    const point = knownPoint(features.value.get(along)?.feature);
    return point && { point: point.position };
  }
  return along;
}
