import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { Language } from "../data/text";
import { type Catalogue, type Translate, translator } from "./language/translate";
import type { MapHandle } from "./map-handle";
import type { MapTool } from "./map-tool";
import type { Model } from "./model";
import type { OverlayFeature } from "./overlay";

/** Which map is on the page: none yet, the WebGL one, or the static picture that stands in for it. */
export type MapState = "loading" | "gl" | "static";

/** Something the reader should know, as a message key with its values. */
export interface Notice {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The language being read: texts and tag change together, only once the catalogue has arrived. */
export interface Speech {
  readonly language: Language;
  readonly translate: Translate;
}

/** A page of the atlas: the model and what is true of this page alone. */
export interface Page {
  readonly model: Model;
  /** Null until the first catalogue has arrived. */
  readonly speech: ReadonlySignal<Speech | null>;
  readonly mapState: Signal<MapState>;
  /** The map on the page, once it is mounted. */
  readonly map: Signal<MapHandle | null>;
  /** The tool that clicks on the map go to; null for choosing features. */
  readonly tool: Signal<MapTool | null>;
  /** Computed shapes to draw on the map. */
  readonly overlays: Signal<readonly OverlayFeature[]>;
  /** The newest thing the reader should know; shown until dismissed. */
  readonly notice: Signal<Notice | null>;
}

/** The page of `model`; `loadCatalogue` fetches the messages of a language. */
export function createPage(model: Model, loadCatalogue: (language: Language) => Promise<Catalogue>): Page {
  const speech = signal<Speech | null>(null);
  const notice = signal<Notice | null>(null);
  effect(() => {
    const language = model.language.value;
    loadCatalogue(language).then(
      (catalogue) => {
        if (model.language.peek() === language) speech.value = { language, translate: translator(catalogue, language) };
      },
      () => {
        // Without its catalogue a language cannot be shown: stay with the one on the page, and say so.
        notice.value = { key: "notice.language-failed" };
      },
    );
  });
  return {
    model,
    speech,
    mapState: signal<MapState>("loading"),
    map: signal<MapHandle | null>(null),
    tool: signal<MapTool | null>(null),
    overlays: signal<readonly OverlayFeature[]>([]),
    notice,
  };
}
