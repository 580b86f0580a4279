import { mayKeepImports } from "./data/own/kept-mark";
import { hasSketches } from "./data/sketch-mark";
import type { Page } from "./state/page";

/** Puts the reader's own layers that this device keeps back on the page. */
async function restoreKept(page: Page): Promise<void> {
  try {
    if (!(await mayKeepImports())) return;
    const { restoreImports } = await import("./state/own-restore");
    const notice = await restoreImports(page);
    if (notice) page.notice.value = notice;
  } catch {
    page.notice.value = { key: "mine.not-restored" };
  }
}

/** Puts what the reader drew back on the page. */
async function restoreSketches(page: Page): Promise<void> {
  if (!hasSketches()) return;
  try {
    const [{ sketchesOf, SET_ASIDE }] = await Promise.all([import("./state/page-sketches"), page.allMessages()]);
    sketchesOf(page);
    if (!hasSketches()) page.notice.value = SET_ASIDE;
  } catch {
    page.notice.value = { key: "sketch.not-restored" };
  }
}

/** Brings what a reader has of their own onto the page. An embed keeps and looks for nothing on a device. */
export async function startOwnData(page: Page): Promise<void> {
  if (page.model.chrome === "embed") return;
  await Promise.all([restoreKept(page), restoreSketches(page)]);
}
