import { mayKeepImports } from "./data/own/kept-mark";
import { hasSketches } from "./data/sketch-mark";
import type { Page } from "./state/page";

/** Puts the reader's own layers that this device keeps back on the page. */
async function restoreKept({ model, notice }: Page): Promise<void> {
  try {
    if (!(await mayKeepImports())) return;
    const { restoreImports } = await import("./state/own-restore");
    const { broken, missing } = await restoreImports(model);
    if (missing > 0) notice.value = { key: "mine.not-restored" };
    else if (broken > 0) notice.value = { key: "mine.set-aside", values: { count: broken } };
  } catch {
    notice.value = { key: "mine.not-restored" };
  }
}

/** Puts what the reader drew back on the page. */
async function restoreSketches(page: Page): Promise<void> {
  if (!hasSketches()) return;
  try {
    const [{ sketchesOf }] = await Promise.all([import("./state/page-sketches"), page.allMessages()]);
    sketchesOf(page);
    if (!hasSketches()) page.notice.value = { key: "sketch.set-aside" };
  } catch {
    page.notice.value = { key: "sketch.not-restored" };
  }
}

/** Brings what a reader has of their own onto the page. An embed keeps and looks for nothing on a device. */
export async function startOwnData(page: Page): Promise<void> {
  if (page.model.chrome === "embed") return;
  await Promise.all([restoreKept(page), restoreSketches(page)]);
}
