import type { EMBED_BACKGROUNDS, EMBED_INTERACTIONS, EMBED_LEGENDS, EMBED_STARTS, EMBED_SWITCH } from "./embed-choices";

/**
 * What an embed asks for beside its view. Layers, selection, period, language and theme are parts of the view itself. In a
 * link they stand under the key `embed` as `name:value;name:value`, and only where they differ from the default.
 */
export interface EmbedOptions {
  readonly start: (typeof EMBED_STARTS)[number];
  /** The heading and its summary above the map. */
  readonly title: (typeof EMBED_SWITCH)[number];
  /** The buttons for zoom and home; keys work without them. */
  readonly controls: (typeof EMBED_SWITCH)[number];
  readonly legend: (typeof EMBED_LEGENDS)[number];
  readonly interaction: (typeof EMBED_INTERACTIONS)[number];
  readonly background: (typeof EMBED_BACKGROUNDS)[number];
  /** What the frame calls itself in its messages to the page around it; null for nothing. */
  readonly id: string | null;
  /** The only origin whose messages may change the view; null, the default, for none. */
  readonly commands: string | null;
}

/** What an embed is like when its link says nothing: the first of each list. */
export const DEFAULT_EMBED_OPTIONS: EmbedOptions = {
  start: "light",
  title: "shown",
  controls: "shown",
  legend: "folded",
  interaction: "direct",
  background: "paper",
  id: null,
  commands: null,
};
