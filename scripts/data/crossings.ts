import Flatbush from "flatbush";

type Position = readonly number[];

const turn = (a: Position, b: Position, c: Position) =>
  ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0));

/** Two edges, each from one position to the next. */
export type EdgePair = readonly [readonly [Position, Position], readonly [Position, Position]];

/** Pairs of edges of closed rings that properly cross each other; touching at a vertex is no crossing. */
export function crossingEdges(rings: readonly (readonly Position[])[]): EdgePair[] {
  const edges = rings.flatMap((ring) => ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const));
  const index = new Flatbush(edges.length);
  const boxes = edges.map(([[ax = 0, ay = 0], [bx = 0, by = 0]]) => [
    Math.min(ax, bx),
    Math.min(ay, by),
    Math.max(ax, bx),
    Math.max(ay, by),
  ]);
  for (const [minX = 0, minY = 0, maxX = 0, maxY = 0] of boxes) index.add(minX, minY, maxX, maxY);
  index.finish();
  const crossings: EdgePair[] = [];
  for (const [at, [a, b]] of edges.entries()) {
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = boxes[at] ?? [];
    for (const other of index.search(minX, minY, maxX, maxY, (candidate) => candidate > at)) {
      const [c, d] = edges[other] ?? [a, b];
      const isCrossed = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
      if (isCrossed)
        crossings.push([
          [a, b],
          [c, d],
        ]);
    }
  }
  return crossings;
}
