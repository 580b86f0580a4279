import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addEdges, chain, type EdgeSet, edgeKey, sharedEdges } from "../../../scripts/data/edges.ts";
import type { Micro } from "../../../scripts/data/micro.ts";

const edgesOf = (...lines: readonly (readonly Micro[])[]): EdgeSet => {
  const edges: EdgeSet = new Map();
  for (const line of lines) addEdges(edges, line);
  return edges;
};

const A: Micro = [0, 0];
const B: Micro = [10, 0];
const C: Micro = [20, 5];
const D: Micro = [30, 0];

describe("edges", () => {
  it("have the same key both ways, and none when they have no length", () => {
    expect(edgeKey(A, B)).toBe(edgeKey(B, A));
    expect(edgesOf([A, A, B]).size).toBe(1);
  });

  it("are shared by two rings that run against each other", () => {
    const shared = sharedEdges(edgesOf([A, B, C, D, A]), edgesOf([D, C, B, [15, 30], D]));
    expect([...shared.keys()].sort()).toEqual([edgeKey(B, C), edgeKey(C, D)].sort());
  });
});

describe("chain", () => {
  it("joins edges end to end, whichever way and in whichever order they come", () => {
    const line = [A, B, C, D];
    const parts = [
      [D, C],
      [A, B],
      [C, B],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 3 }), (shuffled) => {
        const [joined, ...others] = chain(edgesOf(...shuffled));
        expect(others).toEqual([]);
        expect([line, line.toReversed()]).toContainEqual(joined);
      }),
    );
  });

  it("stops at a fork", () => {
    const lines = chain(edgesOf([A, B], [B, C], [B, D]));
    expect(lines.map((line) => line.length)).toEqual([2, 2, 2]);
  });

  it("closes a loop with its first position", () => {
    const [loop, ...others] = chain(edgesOf([A, B, C, A]));
    expect(others).toEqual([]);
    expect(loop).toHaveLength(4);
    expect(loop?.at(-1)).toEqual(loop?.[0]);
  });
});
