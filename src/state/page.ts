import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { LANGUAGES } from "../data/language";
import type { Language } from "../data/text";
import type { Translations } from "../data/translations";
import { type Drawing, PLAIN_DRAWING } from "./drawing";
import type { FirstPicture } from "./first-picture";
import type { ReadHeights } from "./heights";
import type { CataloguePart } from "./language/catalogues";
import { type Catalogue, type Translate, translator } from "./language/translate";
import type { MapHandle } from "./map-handle";
import type { MapTool } from "./map-tool";
import type { Measures } from "./measures";
import type { Model } from "./model";
import type { OverlayFeature } from "./overlay";

/** Which map is on the page: none yet, the WebGL one, or the static picture that stands in for it. */
export type MapState = "loading" | "gl" | "static";

/** Something the reader should know, as a message key with its values. */
export interface Notice {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** What the reader may do about it, beside dismissing it. */
  readonly action?: { readonly key: string; readonly run: () => void };
  /** Whether the list, which needs no map, is offered as well. */
  readonly offersList?: true;
}

/** The language being read: texts and tag change together, only once the catalogue has arrived. */
export interface Speech {
  readonly language: Language;
  readonly translate: Translate;
}

/** The language of a page, and the translations of texts that records carry in English. */
export interface PageSpeech extends Speech {
  /** Empty until the parts that are fetched on use are wanted. */
  readonly translations: Translations;
}

/** A page of the atlas: the model and what is true of this page alone. */
export interface Page {
  readonly model: Model;
  /** Null until the first catalogue has arrived. */
  readonly speech: ReadonlySignal<PageSpeech | null>;
  readonly mapState: Signal<MapState>;
  /** Whether the WebGL map is missing because its code did not arrive, not because the browser cannot draw it. */
  readonly hasMapNotArrived: Signal<boolean>;
  /** The map on the page, once it is mounted. */
  readonly map: Signal<MapHandle | null>;
  /** What a link brought, as long as it stands in for the map. */
  readonly firstPicture: Signal<FirstPicture | null>;
  /** Whether what tells of the data that a link names may come: what shows them comes first. */
  readonly isLinkDue: Signal<boolean>;
  /** The tool that clicks on the map go to; null for choosing features. */
  readonly tool: Signal<MapTool | null>;
  /** Computed shapes to draw on the map. */
  readonly overlays: Signal<readonly OverlayFeature[]>;
  /** Names, globe and height of the land: what no link says. */
  readonly drawing: Signal<Drawing>;
  /** The newest thing the reader should know; shown until dismissed. */
  readonly notice: Signal<Notice | null>;
  readonly heights: ReadHeights;
  /** The measuring desk, once it was wanted and has arrived. */
  readonly measures: ReadonlySignal<Measures | "failed" | null>;
  /** Fetches the measuring desk unless it is there or on its way. */
  wantMeasures(): void;
  /**
   * Fetches the messages of the list and of what answers the pointer, now and for every language chosen from now on;
   * rejects when they cannot be had.
   */
  soonMessages(): Promise<void>;
  /** Fetches all messages in the same way, those of the parts that are fetched on use as well. */
  allMessages(): Promise<void>;
}

/** How a page fetches what it does not begin with. */
export interface PageLoaders {
  /** One part of the messages of a language, or more than that part. */
  readonly catalogue: (language: Language, part: CataloguePart) => Promise<Catalogue>;
  /** The translations of texts that records carry in English. */
  readonly translations?: (language: Language) => Promise<Translations>;
  readonly measures: (model: Model) => Promise<Measures>;
  readonly heights?: ReadHeights;
}

/** The page of `model`; `load` fetches the messages of a language and the measuring desk. */
export function createPage(model: Model, load: PageLoaders): Page {
  const speech = signal<PageSpeech | null>(null);
  const notice = signal<Notice | null>(null);
  let messages: Record<string, string> = {};
  let translations: Record<string, string> = {};
  const wantedParts = new Set<CataloguePart>(["start"]);
  /** Puts the messages of `language` on the page, unless the reader has meanwhile chosen another than `wanted`. */
  const arrive = async (language: Language, wanted: Language): Promise<void> => {
    const [texts, ...parts] = await Promise.all([
      // Without them the texts of records are shown in English, and say so.
      wantedParts.has("rest") ? load.translations?.(language).catch(() => undefined) : undefined,
      ...[...wantedParts].map((part) => load.catalogue(language, part)),
    ]);
    if (model.language.peek() !== wanted) return;
    const arrived = Object.assign({}, ...parts) as Record<string, string>;
    // More words for the language being read change nothing that is already on the page.
    if (speech.peek()?.language === language) {
      Object.assign(messages, arrived);
      Object.assign(translations, texts);
    } else {
      messages = arrived;
      translations = { ...texts };
      const translate = translator(messages, language, () => model.settings.value.digits);
      speech.value = { language, translate, translations };
    }
  };
  /** Without its catalogue a language cannot be shown: the page stays in the one it has, or begins in another. */
  const speak = async (wanted: Language): Promise<void> => {
    try {
      await arrive(wanted, wanted);
    } catch (error) {
      const shown = speech.peek()?.language;
      if (shown === wanted) throw error;
      notice.value = { key: "notice.language-failed" };
      for (const other of shown ? [shown] : LANGUAGES.filter((tag) => tag !== wanted)) {
        const hasArrived = await arrive(other, wanted).then(
          () => true,
          () => false,
        );
        if (hasArrived) return;
      }
      throw error;
    }
  };
  effect(() => {
    // Not one language to be had: the text that waits in the page itself says so.
    speak(model.language.value).catch(() => undefined);
  });
  const wantMessages = (...parts: readonly CataloguePart[]): Promise<void> => {
    for (const part of parts) wantedParts.add(part);
    return speak(model.language.peek());
  };
  const measures = signal<Measures | "failed" | null>(null);
  let isAsked = false;
  const wantMeasures = () => {
    if (isAsked) return;
    isAsked = true;
    measures.value = null;
    load.measures(model).then(
      (desk) => {
        measures.value = desk;
      },
      () => {
        isAsked = false;
        measures.value = "failed";
      },
    );
  };
  return {
    model,
    speech,
    mapState: signal<MapState>("loading"),
    hasMapNotArrived: signal(false),
    map: signal<MapHandle | null>(null),
    firstPicture: signal<FirstPicture | null>(null),
    isLinkDue: signal(false),
    tool: signal<MapTool | null>(null),
    overlays: signal<readonly OverlayFeature[]>([]),
    drawing: signal(PLAIN_DRAWING),
    heights: load.heights ?? (() => Promise.reject(new Error("this page has no relief"))),
    notice,
    measures,
    wantMeasures,
    soonMessages: () => wantMessages("soon"),
    allMessages: () => wantMessages("soon", "rest"),
  };
}
