import { destination, inverse } from "../geo/geodesic";
import type { SketchVertex } from "./sketches";

/**
 * A shape moved so that its first vertex comes to rest at `to`: every other one keeps its distance from that one and its
 * direction there, so that the shape keeps its size wherever it goes.
 */
export function movedShape(vertices: readonly SketchVertex[], to: SketchVertex): readonly SketchVertex[] {
  const [first, ...others] = vertices;
  if (!first) return [];
  return [
    to,
    ...others.map((vertex): SketchVertex => {
      const { meters, initialBearingDegrees } = inverse(first, vertex);
      const [lng, lat] = destination(to, initialBearingDegrees, meters);
      return [lng, lat];
    }),
  ];
}
