import { forgetImport, keptImports } from "../data/own/store";
import type { Model } from "./model";
import { putImport } from "./own-import";

/** Puts what the device keeps back on the page. Answers how many imports were set aside, and how many could not be had. */
export async function restoreImports(model: Model): Promise<{ readonly broken: number; readonly missing: number }> {
  const { imports, broken, unread } = await keptImports();
  let missing = unread;
  for (const { id, title, symbol, columns } of imports) {
    const layer = { ...model.own.describe(title), id, symbol };
    try {
      await putImport(model, { layer, columns, forget: () => forgetImport(id) });
    } catch {
      missing++;
    }
  }
  return { broken, missing };
}
