import { effect } from "@preact/signals";
import type { Model } from "../state/model";
import { START_VIEW } from "../state/view";

/**
 * The first look: a link that names a feature but no place on the map shows that feature, one that names neither shows
 * the whole border in whatever of the window is free. Answers how to stop waiting for the feature.
 */
export function openView(model: Model): () => void {
  const { camera, selected } = model.view.peek();
  if (camera !== START_VIEW.camera) return () => {};
  if (!selected) {
    model.home();
    return () => {};
  }
  let stop = () => {};
  stop = effect(() => {
    if (!model.selected.value) return;
    queueMicrotask(() => stop());
    model.show(selected);
  });
  return () => stop();
}
