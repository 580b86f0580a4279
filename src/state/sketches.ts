import { keptDay, onEarth, type Sketch, type SketchKind } from "../data/sketch";
import type { ToolShape } from "./map-tool";
import { createSketchHistory, type SketchHistory, type SketchKeeper } from "./sketch-history";

export type SketchVertex = readonly [lng: number, lat: number];

/** Drawing with undo and redo; every step is kept at once. */
export interface Sketches extends Omit<SketchHistory, "catchUp" | "step"> {
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
  const history = createSketchHistory(keeper);
  const { book, catchUp, step } = history;
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
    ...history,
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
  };
}
