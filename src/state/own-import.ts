import type { OwnColumns } from "../data/own/columns";
import { cellsOfRow, featureOfRow, featuresOfColumns, rowOfNumber } from "../data/own/table";
import { unusedId } from "../data/own/unused-id";
import type { Model } from "./model";
import { idsOnPage } from "./own-description";
import type { OwnLayer, OwnTable } from "./own-layers";

/** Imports of no more rows than this are held as features, those with lines or areas up to a higher number. */
const HELD_POINTS = 2_000;
const HELD_SHAPES = 20_000;

const NUMBER = /^[1-9]\d{0,9}$/;

/** The table over an import's columns. */
export function tableOf(columns: OwnColumns): OwnTable {
  return {
    count: columns.count,
    columns,
    rowOf: (id) => (NUMBER.test(id) ? rowOfNumber(columns, Number(id)) : null),
    featureAt: (row, geometry) => (row >= 0 && row < columns.count ? featureOfRow(columns, row, {}, geometry) : null),
    cellsOf: (row) => cellsOfRow(columns, row),
  };
}

/** A file of fewer bytes hardly holds a table: a row has a position, a name and a date. */
const TABLE_BYTES = 60 * HELD_POINTS;

/** Whether the rows of a file may become a table. */
export const isLarge = ({ size }: Blob): boolean => size > TABLE_BYTES;

const served = new WeakMap<Model, Promise<void>>();

/** Starts the worker that goes through the rows of tables, before the first of them. Rejects when its code does not come. */
export function serveTables(model: Model): Promise<void> {
  const serve = async () => {
    const [{ startRows }, { keepTablesInView }] = await Promise.all([import("./rows/client"), import("./own-view")]);
    keepTablesInView(model, startRows());
  };
  const serving =
    served.get(model) ??
    serve().catch((error: unknown) => {
      served.delete(model);
      throw error;
    });
  served.set(model, serving);
  return serving;
}

/** What an import is called and drawn as, and how to forget what the device keeps of it. */
export interface ImportedLayer {
  readonly layer: OwnLayer["layer"];
  readonly columns: OwnColumns;
  readonly forget: (() => Promise<void>) | null;
}

/**
 * Puts an import on the page and resolves to its id there: that of `layer`, or another one where the page has that already.
 * Rejects when what it needs does not arrive; the page is as it was then.
 */
export async function putImport(model: Model, { layer, columns, forget }: ImportedLayer): Promise<string> {
  const isHeld = columns.count <= (columns.shapes ? HELD_SHAPES : HELD_POINTS);
  const features = isHeld ? await featuresOfColumns(columns) : [];
  if (!isHeld) await serveTables(model);
  // Kept layers and those of a link may come together: neither is to take the other's place.
  const id = unusedId(idsOnPage(model.own), layer.id);
  model.own.put({ layer: { ...layer, id }, features, table: isHeld ? null : tableOf(columns), forget });
  return id;
}
