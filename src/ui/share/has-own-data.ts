import type { ShareDraft } from "./share-draft";

/** Whether the view shows data or drawings of the sharer's own, which stay on this device: links cannot carry them. */
export const hasOwnData = ({ shown }: ShareDraft): boolean =>
  shown.value.layers.some(({ layer }) => layer.group === "own");
