import { forgetImport, keptImports } from "../data/own/store";
import type { Model } from "./model";
import { putImport } from "./own-import";

/** Puts what the device keeps back on the page. Answers how many imports could not be read and were set aside. */
export async function restoreImports(model: Model): Promise<number> {
  const { imports, broken } = await keptImports();
  for (const { id, title, symbol, columns } of imports) {
    const layer = { ...model.own.describe(title), id, symbol };
    await putImport(model, { layer, columns, forget: () => forgetImport(id) });
  }
  return broken;
}
