import type { Page } from "./page";
import type { UntitledName } from "./sketch-layer";

/** What the layer of drawings and untitled ones are called in the reader's language; null before it has arrived. */
export function sketchNames({ speech }: Page): { readonly layer: string; readonly untitled: UntitledName } | null {
  const known = speech.value;
  if (!known) return null;
  return {
    layer: known.translate("sketch.layer"),
    untitled: (kind) => known.translate(`sketch.untitled.${kind}`),
  };
}
