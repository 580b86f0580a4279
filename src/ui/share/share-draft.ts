import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import curated from "../../../data/views.json";
import type { Language } from "../../data/language";
import { curatedViewOf } from "../../state/curated";
import { draftAlt, draftTitle, type Shown } from "../../state/description";
import type { EmbedShape, EmbedWay, EmbedWidth } from "../../state/embed-snippet";
import { CATALOGUE_PARTS, loadCatalogue } from "../../state/language/catalogues";
import { type Catalogue, translator } from "../../state/language/translate";
import type { Page, Speech } from "../../state/page";
import { publishedText } from "../../state/published-text";
import { type Seen, seenBy } from "../../state/seen";
import type { Theme, View } from "../../state/view";
import { type PictureChoice, START_CHOICE } from "./picture-choice";
import { type LastingDraft, leaveDraft, resumeDraft } from "./share-memory";

/** A view on its way out of the atlas: what its sharer has chosen so far, and what follows from it. */
export interface ShareDraft extends LastingDraft {
  readonly language: Signal<Language>;
  readonly theme: Signal<Theme>;
  readonly layers: Signal<View["layers"]>;
  readonly seen: Seen;
  /** Of the data that are open: one that is kept. */
  readonly dataVersion: string;
  /** The view as the atlas has it, with what was chosen here; `view` is the same seen without what panels cover. */
  readonly asked: ReadonlySignal<View>;
  readonly view: ReadonlySignal<View>;
  readonly shown: ReadonlySignal<Shown>;
  /** The words of the chosen language, or null until they have arrived. */
  readonly speech: ReadonlySignal<Speech | null>;
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Title and description to publish: written by the sharer, else drafted from the data. */
  readonly words: ReadonlySignal<{ readonly title: string; readonly alt: string } | null>;
  dispose(): void;
}

async function speechOf(language: Language): Promise<Speech> {
  const parts = await Promise.all(CATALOGUE_PARTS.map((part) => loadCatalogue(language, part)));
  const catalogue: Catalogue = Object.assign({}, ...parts);
  return { language, translate: translator(catalogue, language) };
}

/** What the sharer wrote, as it can be published; null where nothing was written. */
const written = (text: string | null): string | null => (text === null ? null : publishedText(text));

/** The draft of what `page` shows now, with what was chosen when the dialog stood open before. */
export function createShareDraft({ model }: Page): ShareDraft {
  const start = model.view.peek();
  const seen = seenBy(start.camera, model.viewport.peek());
  const language = signal(model.language.peek());
  const theme = signal<Theme>(start.theme ?? "auto");
  const layers = signal(start.layers);
  const embed = signal(start.embed);
  const { dataVersion } = model.manifest;
  // A version that is not kept shows the current data: what is shared is what is seen.
  const isPinned = signal(start.pin === dataVersion);
  const title = signal<string | null>(null);
  const alt = signal<string | null>(null);
  const speech = signal<Speech | null>(null);
  const hasFailed = signal(false);

  const asked = computed<View>(() => ({
    ...start,
    layers: layers.value,
    language: language.value,
    theme: theme.value === "auto" ? null : theme.value,
    pin: isPinned.value ? dataVersion : null,
  }));
  const view = computed<View>(() => ({ ...asked.value, camera: seen.camera }));
  const shown = computed<Shown>(() => {
    const ids: readonly string[] = layers.value;
    const visible = model.layers.value.filter(({ id, group }) =>
      group === "own" ? model.visibleLayers.value.some((layer) => layer.id === id) : ids.includes(id),
    );
    const ready = visible.flatMap((layer) => {
      const state = model.stateOf(layer);
      return state.status === "ready" ? [{ layer, features: state.features }] : [];
    });
    return { view: view.value, layers: ready, seen };
  });
  const words = computed(() => {
    const spoken = speech.value;
    if (!spoken) return null;
    const ready = curatedViewOf(asked.value, curated.views)?.title[spoken.language];
    return {
      title: (written(title.value) || ready) ?? draftTitle(shown.value, spoken),
      alt: written(alt.value) ?? draftAlt(shown.value, spoken),
    };
  });
  const stop = effect(() => {
    const asked = language.value;
    hasFailed.value = false;
    speechOf(asked).then(
      (arrived) => {
        if (language.peek() === asked) speech.value = arrived;
      },
      () => {
        if (language.peek() === asked) hasFailed.value = true;
      },
    );
  });
  const draft: ShareDraft = {
    language,
    theme,
    layers,
    embed,
    isPinned,
    way: signal<EmbedWay>("frame"),
    shape: signal<EmbedShape>("3-2"),
    width: signal<EmbedWidth>(null),
    picture: signal<PictureChoice>(START_CHOICE),
    hostedPicture: signal(""),
    title,
    alt,
    seen,
    dataVersion,
    asked,
    view,
    shown,
    speech,
    hasFailed,
    words,
    dispose() {
      stop();
      leaveDraft(start, draft);
    },
  };
  resumeDraft(start, draft);
  return draft;
}
