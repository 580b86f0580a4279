import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Geometry } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Layer, SymbolName } from "../data/manifest";
import type { OwnColumns } from "../data/own/columns";
import type { OwnRecord } from "../data/own-record";
import { OWN_SYMBOLS } from "../data/own-symbols";
import type { Rows } from "./rows/client";

/** Many rows that are not held as features: one becomes a feature when it is asked for. */
export interface OwnTable {
  readonly count: number;
  /** What was read, column by column. */
  readonly columns: OwnColumns;
  /** The feature of a row (from 0), with its own geometry or the one given; null when there is no such row. */
  featureAt(row: number, geometry?: Geometry): AtlasFeature | null;
  /** The row of a feature's id, or null. */
  rowOf(id: string): number | null;
  /** The reader's columns of a row, unchanged; the features of a table carry none. */
  cellsOf(row: number): Promise<OwnRecord["cells"]>;
}

/** What is drawn of a table for the part of the world in view. */
export interface TableView {
  /** Rows that stand alone, as features; lines and areas as fine as they can be seen. */
  readonly singles: readonly AtlasFeature[];
  readonly groups: readonly { readonly lng: number; readonly lat: number; readonly count: number }[];
  /** Rows that period and filters let through, in view or not. */
  readonly letThrough: number;
}

/** A layer of the reader's own: imported or drawn. */
export interface OwnLayer {
  readonly layer: Layer;
  /** Features that take part in everything like those of the atlas. Empty when there is a table. */
  readonly features: readonly AtlasFeature[];
  /** The rows of a large import, or null for a layer whose features are all held. */
  readonly table: OwnTable | null;
  /** Forgets what the device keeps of the layer; null when it keeps nothing. Called when the layer is removed. */
  readonly forget?: (() => Promise<void>) | null;
}

/** The reader's own layers, in the order in which they came. */
export interface OwnLayers {
  readonly list: ReadonlySignal<readonly OwnLayer[]>;
  readonly hidden: ReadonlySignal<ReadonlySet<string>>;
  /** What is drawn of each table, by the id of its layer; follows camera, period and filters from a worker. */
  readonly inView: Signal<Readonly<Record<string, TableView>>>;
  /** Answers questions about the rows of all tables; null until there is one. */
  readonly rows: Signal<Rows | null>;
  /** Grows with whatever changes the answers: a table that was loaded, figures that came. */
  readonly rowsVersion: Signal<number>;
  /** Adds a layer, or puts it in the place of the one with the same id. */
  put(layer: OwnLayer): void;
  /** Removes a layer from the page and from the device; rejects when the device cannot forget it. */
  remove(id: string): Promise<void>;
  setVisible(id: string, isVisible: boolean): void;
  /** A layer description with an id that no other has and the symbol that has been used least. */
  describe(title: string): Layer;
}

const PREFIX = "own-";
const LONGEST_SLUG = 40;

/** True for the id of a layer of the reader's own. */
export const isOwnLayerId = (id: string): boolean => id.startsWith(PREFIX);

/** `title` as part of an id: lower-case ASCII letters and digits joined by hyphens; “data” when none is left. */
function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-").slice(0, LONGEST_SLUG).replace(/-$/, "") || "data";
}

/** No layers yet. */
export function createOwnLayers(): OwnLayers {
  const list = signal<readonly OwnLayer[]>([]);
  const hidden = signal<ReadonlySet<string>>(new Set());

  const unusedId = (title: string): string => {
    const known = new Set(list.peek().map(({ layer }) => layer.id));
    const first = PREFIX + slugOf(title);
    for (let number = 2, id = first; ; number++) {
      if (!known.has(id)) return id;
      id = `${first}-${number}`;
    }
  };
  const rarestSymbol = (): SymbolName => {
    const uses = (name: SymbolName) => list.peek().filter(({ layer }) => layer.symbol === name).length;
    return [...OWN_SYMBOLS].sort((a, b) => uses(a) - uses(b))[0] ?? "own-plus";
  };

  return {
    list,
    hidden,
    inView: signal<Readonly<Record<string, TableView>>>({}),
    rows: signal<Rows | null>(null),
    rowsVersion: signal(0),
    put(layer) {
      const others = list.peek();
      const at = others.findIndex((other) => other.layer.id === layer.layer.id);
      list.value = at < 0 ? [...others, layer] : others.with(at, layer);
    },
    async remove(id) {
      const forget = list.peek().find(({ layer }) => layer.id === id)?.forget;
      list.value = list.peek().filter(({ layer }) => layer.id !== id);
      hidden.value = new Set([...hidden.peek()].filter((known) => known !== id));
      await forget?.();
    },
    setVisible(id, isVisible) {
      const next = new Set(hidden.peek());
      if (isVisible) next.delete(id);
      else next.add(id);
      hidden.value = next;
    },
    describe: (title) => ({
      id: unusedId(title),
      file: "",
      title: { en: title },
      group: "own",
      record: "own",
      draw: "own",
      symbol: rarestSymbol(),
      visible: true,
      conflict: false,
      minZoom: 0,
      maxZoom: 24,
      labelMinZoom: 7,
      extent: [-180, -90, 180, 90],
      licence: "",
      attribution: [],
    }),
  };
}
