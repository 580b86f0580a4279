import { forgetImport, keptImports } from "../data/own/store";
import { describeOwnLayer } from "./own-description";
import { putImport } from "./own-import";
import type { Notice, Page } from "./page";

/**
 * Puts what the device keeps back on the page. Answers what the reader should know when some of it could not be had or was
 * set aside, once the words for that are there.
 */
export async function restoreImports({ model, allMessages }: Page): Promise<Notice | null> {
  const { imports, broken, unread } = await keptImports();
  let missing = unread;
  for (const { id, title, symbol, columns } of imports) {
    const layer = { ...describeOwnLayer(model.own, title), id, symbol };
    try {
      await putImport(model, { layer, columns, forget: () => forgetImport(id) });
    } catch {
      missing++;
    }
  }
  if (missing > 0) return { key: "mine.not-restored" };
  if (broken === 0) return null;
  await allMessages();
  return { key: "mine.set-aside", values: { count: broken } };
}
