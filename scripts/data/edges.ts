import { isSame, type Micro, microKey } from "./micro.ts";

/** The edges of rings or lines, each under one key whichever way it runs. */
export type EdgeSet = Map<string, readonly [Micro, Micro]>;

/** The key of the edge between two positions, the same in both directions. */
export function edgeKey(a: Micro, b: Micro): string {
  const [from, to] = [microKey(a), microKey(b)];
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** Adds the edges of a ring or line to `edges`; edges of no length are left out. */
export function addEdges(edges: EdgeSet, line: readonly Micro[]): void {
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1], line[index]];
    if (a && b && !isSame(a, b)) edges.set(edgeKey(a, b), [a, b]);
  }
}

/** The edges of `one` that `other` has too. */
export function sharedEdges(one: EdgeSet, other: EdgeSet): EdgeSet {
  return new Map([...one].filter(([key]) => other.has(key)));
}

/**
 * Joins edges end to end into the longest lines without a fork, then, where only forks remain, into loops. A closed
 * line repeats its first position. The result does not depend on the order of `edges`: it is sorted.
 */
export function chain(edges: EdgeSet): Micro[][] {
  const around = new Map<string, { key: string; to: Micro }[]>();
  const unused = new Set(edges.keys());
  const add = (key: string, from: Micro, to: Micro) => {
    const at = around.get(microKey(from));
    if (at) at.push({ key, to });
    else around.set(microKey(from), [{ key, to }]);
  };
  for (const key of [...edges.keys()].sort()) {
    const edge = edges.get(key);
    if (!edge) continue;
    add(key, edge[0], edge[1]);
    add(key, edge[1], edge[0]);
  }
  const walk = (start: Micro): Micro[] => {
    const line = [start];
    for (let at = start; ; ) {
      const next = around.get(microKey(at))?.find(({ key }) => unused.has(key));
      if (!next) return line;
      unused.delete(next.key);
      line.push(next.to);
      at = next.to;
      if ((around.get(microKey(at))?.length ?? 0) !== 2) return line;
    }
  };
  const lines: Micro[][] = [];
  const positions = new Map([...edges.values()].flat().map((position) => [microKey(position), position]));
  const keys = [...positions.keys()].sort();
  for (const isEnd of [true, false]) {
    for (const key of keys) {
      const degree = around.get(key)?.length ?? 0;
      if ((degree !== 2) !== isEnd) continue;
      const start = positions.get(key);
      for (let line = start && walk(start); line && line.length > 1; line = start && walk(start)) lines.push(line);
    }
  }
  return lines;
}
