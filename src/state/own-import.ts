import type { OwnColumns } from "../data/own/columns";
import { cellsOfRow, featureOfRow, featuresOfColumns, rowOfNumber } from "../data/own/table";
import type { Model } from "./model";
import type { OwnLayer, OwnTable } from "./own-layers";

/** Imports of no more rows than this are held as features; larger ones stay tables. */
export const HELD_ROWS = 2_000;

const NUMBER = /^[1-9]\d{0,9}$/;

/** The table over an import's columns. */
export function tableOf(columns: OwnColumns): OwnTable {
  return {
    count: columns.count,
    columns,
    rowOf: (id) => (NUMBER.test(id) ? rowOfNumber(columns, Number(id)) : null),
    featureAt: (row) => (row >= 0 && row < columns.count ? featureOfRow(columns, row) : null),
    cellsOf: (row) => cellsOfRow(columns, row),
  };
}

/** What an import is called and drawn as, and how to forget what the device keeps of it. */
export interface ImportedLayer {
  readonly layer: OwnLayer["layer"];
  readonly columns: OwnColumns;
  readonly forget: (() => Promise<void>) | null;
}

/** Puts an import on the page. */
export async function putImport(model: Model, { layer, columns, forget }: ImportedLayer): Promise<void> {
  const isHeld = columns.count <= HELD_ROWS;
  const features = isHeld ? await featuresOfColumns(columns) : [];
  model.own.put({ layer, features, table: isHeld ? null : tableOf(columns), forget });
}
