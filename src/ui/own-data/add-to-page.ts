import type { OwnColumns } from "../../data/own/columns";
import { OWN_SYMBOLS } from "../../data/own-symbols";
import { cameraFor, isSameCamera } from "../../state/camera";
import type { Model } from "../../state/model";
import { describeOwnLayer } from "../../state/own-description";
import { extentOf } from "../../state/own-extent";
import { putImport } from "../../state/own-import";
import { HOME_CAMERA } from "../../state/view";

interface Addition {
  readonly title: string;
  readonly columns: OwnColumns;
  readonly isKept: boolean;
  /** Whether the map is to show all of it; when left out, only where nobody has said what else it is to show. */
  readonly isFitted?: boolean;
}

/** What keeps imports on the device comes when one is to be kept. */
const loadStore = () => import("../../data/own/store");

/**
 * Puts an import on the page and perhaps in view, and keeps it on the device if the reader wants that. Rejects when the page lacks
 * what it needs for it; nothing has changed then.
 */
export async function addToPage(
  model: Model,
  { title, columns, isKept, isFitted = isSameCamera(model.view.peek().camera, HOME_CAMERA) }: Addition,
): Promise<{ readonly layerId: string; readonly kept: "no" | "yes" | "no-room" | "failed" }> {
  let layer = describeOwnLayer(model.own, title);
  const symbol = OWN_SYMBOLS.find((name) => name === layer.symbol) ?? OWN_SYMBOLS[0];
  let kept: "no" | "yes" | "no-room" | "failed" = "no";
  if (isKept) {
    try {
      const { keepImport } = await loadStore();
      layer = { ...layer, id: await keepImport({ version: 1, id: layer.id, title, symbol, columns }) };
      kept = "yes";
    } catch (error) {
      kept = error instanceof DOMException && error.name === "QuotaExceededError" ? "no-room" : "failed";
    }
  }
  const forget = kept === "yes" ? async () => (await loadStore()).forgetImport(layer.id) : null;
  let layerId: string;
  try {
    layerId = await putImport(model, { layer, columns, forget });
  } catch (error) {
    // What is not on the page is not to turn up at the next visit either.
    await forget?.().catch(() => undefined);
    throw error;
  }
  const bounds = extentOf(columns);
  if (bounds && isFitted) model.setCamera(cameraFor(bounds, model.viewport.peek(), 9));
  return { layerId, kept };
}
