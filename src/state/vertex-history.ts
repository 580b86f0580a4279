import { computed, type ReadonlySignal, signal } from "@preact/signals-core";

export type Vertex = readonly [lng: number, lat: number];
type Vertices = readonly Vertex[];

/** Steps kept for undo: more than a person takes back. */
const MAXIMUM_STEPS = 200;

/** Editing of a row of vertices that can be undone and redone without loss. */
export interface VertexHistory {
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  add(vertex: Vertex, at?: number): void;
  move(index: number, vertex: Vertex): void;
  remove(index: number): void;
  replace(vertices: Vertices): void;
  undo(): void;
  redo(): void;
}

/** A history over the vertices that `read` answers and `write` keeps. */
export function createVertexHistory(read: () => Vertices, write: (vertices: Vertices) => void): VertexHistory {
  const past = signal<readonly Vertices[]>([]);
  const future = signal<readonly Vertices[]>([]);

  const change = (next: Vertices) => {
    past.value = [...past.peek(), read()].slice(-MAXIMUM_STEPS);
    future.value = [];
    write(next);
  };
  const travel = (from: typeof past, to: typeof future) => {
    const step = from.peek().at(-1);
    if (!step) return;
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), read()];
    write(step);
  };

  return {
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    add: (vertex, at = read().length) => change([...read().slice(0, at), vertex, ...read().slice(at)]),
    move: (index, vertex) => change(read().map((old, position) => (position === index ? vertex : old))),
    remove: (index) => change(read().filter((_, position) => position !== index)),
    replace: (vertices) => change(vertices),
    undo: () => travel(past, future),
    redo: () => travel(future, past),
  };
}
