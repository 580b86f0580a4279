import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import { type KeptSketchbook, keptDay, onEarth, type Sketch, type Sketchbook, type SketchKind } from "../data/sketch";
import type { ToolShape } from "./map-tool";

export type SketchVertex = readonly [lng: number, lat: number];

/** Steps kept for undo, on the device too. */
const MAXIMUM_STEPS = 50;
const EMPTY: Sketchbook = { sketches: [], draft: null, given: 0 };

/** Where a sketchbook is kept; all of it may throw. */
export interface SketchKeeper {
  /** Null when nothing is kept; what is unreadable has been put aside. */
  read(): KeptSketchbook | "unreadable" | null;
  write(kept: KeptSketchbook): void;
  /** Puts what is kept aside, unread. */
  setAside(): void;
  /** Whether somebody else has written since this was last read or written. */
  hasChanged(): boolean;
}

/** Drawing with undo and redo; every step is kept at once. */
export interface Sketches {
  readonly book: ReadonlySignal<Sketchbook>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** False once the device has refused to keep a step. */
  readonly isKept: ReadonlySignal<boolean>;
  /** Adds a point or a text, or the next vertex of the line or area being drawn. Answers the id of what is finished. */
  add(kind: SketchKind, vertex: SketchVertex): string | null;
  /** Adds an area with these corners at once; answers its id. */
  addArea(vertices: readonly SketchVertex[]): string;
  /** Makes the draft a sketch; answers its id, or null when it has too few vertices (two, or three for an area). */
  finish(): string | null;
  /** Gives up the draft. */
  giveUp(): void;
  change(id: string, part: Partial<Omit<Sketch, "id" | "kind">>): void;
  /** What is drawn, sketch after sketch and the draft at the end; vertices are counted through all of it. */
  shapes(): readonly ToolShape[];
  /** Moves the vertex with this number. Numbers that another page has changed meanwhile mean nothing: nothing is done then. */
  moveVertex(index: number, vertex: SketchVertex): void;
  /** Puts a vertex behind the one with the number before `index`, into its shape. */
  insertVertex(index: number, vertex: SketchVertex): void;
  /**
   * Takes off the vertex with this number, and with the last one what it was the last of. Answers how many
   * vertices its line or area needs when it cannot do without this one, else null.
   */
  removeVertex(index: number): number | null;
  remove(id: string): void;
  undo(): void;
  redo(): void;
  /** Forgets everything, with its steps. */
  clear(): void;
  /** Takes over what is kept, when somebody else has changed it. */
  reread(): void;
}

/** Vertices that a line or an area needs. */
export const leastVertices = (kind: SketchKind): number => (kind === "area" ? 3 : kind === "line" ? 2 : 1);

/** Which of some shapes the vertex with this number among all of theirs belongs to, and its place there. */
function ownerOf<Shape extends Pick<Sketch, "vertices">>(shapes: readonly Shape[], index: number) {
  let at = index;
  for (const shape of shapes) {
    if (at < shape.vertices.length) return { shape, at };
    at -= shape.vertices.length;
  }
  return null;
}

/** The sketches that `keeper` keeps. */
export function createSketches(keeper: SketchKeeper): Sketches {
  const isKept = signal(true);
  /** False when what is kept could not even be looked at: it must be put aside before anything is written over it. */
  let hasLooked = true;
  const read = (): KeptSketchbook | "unreadable" | null => {
    try {
      const found = keeper.read();
      hasLooked = true;
      return found;
    } catch {
      hasLooked = false;
      isKept.value = false;
      return null;
    }
  };
  const found = read();
  const kept = found === "unreadable" ? null : found;
  const book = signal<Sketchbook>(kept?.now ?? EMPTY);
  const past = signal<readonly Sketchbook[]>(kept?.past ?? []);
  const future = signal<readonly Sketchbook[]>(kept?.future ?? []);

  const keep = () => {
    try {
      if (!hasLooked) keeper.setAside();
      hasLooked = true;
      keeper.write({ version: 1, now: book.peek(), past: [...past.peek()], future: [...future.peek()] });
      isKept.value = true;
    } catch {
      isKept.value = false;
    }
  };
  const reread = () => {
    const other = read();
    // What is on the page is better than nothing.
    if (!hasLooked || other === "unreadable") return;
    book.value = other?.now ?? EMPTY;
    past.value = other?.past ?? [];
    future.value = other?.future ?? [];
  };
  /**
   * Takes over what another page has drawn while this one slept, before anything is written over it; answers whether there
   * was any. Steps that the device has refused are on this page alone, and come first.
   */
  const catchUp = (): boolean => {
    try {
      if (!isKept.peek() || !keeper.hasChanged()) return false;
    } catch {
      return false;
    }
    reread();
    return true;
  };
  const step = (next: Partial<Sketchbook>) => {
    past.value = [...past.peek(), book.peek()].slice(-MAXIMUM_STEPS);
    future.value = [];
    book.value = { ...book.peek(), ...next };
    keep();
  };
  const travel = (from: typeof past, to: typeof past) => {
    catchUp();
    const there = from.peek().at(-1);
    if (!there) return;
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), book.peek()];
    // Numbers are never given twice, whatever is undone.
    book.value = { ...there, given: Math.max(there.given, book.peek().given) };
    keep();
  };
  const put = (kind: SketchKind, vertices: readonly SketchVertex[]): string => {
    catchUp();
    const { sketches, given } = book.peek();
    const id = String(given + 1);
    const fresh: Sketch = {
      id,
      kind,
      vertices: vertices.map(onEarth),
      title: "",
      note: "",
      category: "",
      date: "",
    };
    step({ sketches: [...sketches, fresh], draft: null, given: given + 1 });
    return id;
  };

  return {
    book,
    isKept,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    add(kind, vertex) {
      if (kind === "point" || kind === "text") return put(kind, [vertex]);
      catchUp();
      const { draft } = book.peek();
      const before = draft?.kind === kind ? draft.vertices : [];
      step({ draft: { kind, vertices: [...before, onEarth(vertex)] } });
      return null;
    },
    addArea: (vertices) => put("area", vertices),
    finish() {
      catchUp();
      const { draft } = book.peek();
      if (!draft || draft.vertices.length < leastVertices(draft.kind)) return null;
      return put(draft.kind, draft.vertices);
    },
    giveUp() {
      catchUp();
      step({ draft: null });
    },
    change(id, part) {
      catchUp();
      const change = (old: Sketch): Sketch => {
        const { vertices, date } = { ...old, ...part };
        return { ...old, ...part, vertices: vertices.map(onEarth), date: keptDay(date) };
      };
      const sketches = book.peek().sketches.map((old) => (old.id === id ? change(old) : old));
      step({ sketches });
    },
    shapes() {
      const { sketches, draft } = book.peek();
      const finished = sketches.map(({ kind, vertices }) => ({ vertices, isClosed: kind === "area" }));
      return draft ? [...finished, { vertices: draft.vertices, isClosed: false }] : finished;
    },
    moveVertex(index, vertex) {
      if (catchUp()) return;
      const { sketches, draft } = book.peek();
      let before = 0;
      const moved = <Shape extends Pick<Sketch, "vertices">>(shape: Shape): Shape => {
        const own = index - before;
        before += shape.vertices.length;
        if (own < 0 || own >= shape.vertices.length) return shape;
        return {
          ...shape,
          vertices: shape.vertices.map((old, at): typeof old => (at === own ? onEarth(vertex) : old)),
        };
      };
      step({ sketches: sketches.map(moved), draft: draft && moved(draft) });
    },
    insertVertex(index, vertex) {
      if (catchUp()) return;
      const { sketches, draft } = book.peek();
      const owner = ownerOf([...sketches, ...(draft ? [draft] : [])], index - 1);
      if (!owner) return;
      const grown = <Shape extends Pick<Sketch, "vertices">>(shape: Shape): Shape =>
        shape === (owner.shape as Pick<Sketch, "vertices">)
          ? { ...shape, vertices: shape.vertices.toSpliced(owner.at + 1, 0, onEarth(vertex)) }
          : shape;
      step({ sketches: sketches.map(grown), draft: draft && grown(draft) });
    },
    removeVertex(index) {
      if (catchUp()) return null;
      const { sketches, draft } = book.peek();
      const owner = ownerOf([...sketches, ...(draft ? [draft] : [])], index);
      if (!owner) return null;
      const { shape, at } = owner;
      const vertices = shape.vertices.filter((_, place) => place !== at);
      if (shape === draft) {
        step({ draft: vertices.length > 0 ? { ...draft, vertices } : null });
        return null;
      }
      const least = leastVertices(shape.kind);
      if (vertices.length > 0 && vertices.length < least) return least;
      const rest = sketches.filter((old) => old !== shape);
      step({
        sketches: vertices.length === 0 ? rest : sketches.map((old) => (old === shape ? { ...old, vertices } : old)),
      });
      return null;
    },
    remove(id) {
      catchUp();
      step({ sketches: book.peek().sketches.filter((old) => old.id !== id) });
    },
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    clear() {
      book.value = EMPTY;
      past.value = [];
      future.value = [];
      keep();
    },
    reread,
  };
}
