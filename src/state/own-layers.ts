import { type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Geometry } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { OwnColumns } from "../data/own/columns";
import type { OwnRecord } from "../data/own-record";
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
  /** Lines and areas in view: how many are drawn as such, and how many others are gathered like points. */
  readonly shapes: { readonly drawn: number; readonly gathered: number };
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
}

/** No layers yet. */
export function createOwnLayers(): OwnLayers {
  const list = signal<readonly OwnLayer[]>([]);
  const hidden = signal<ReadonlySet<string>>(new Set());

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
  };
}
