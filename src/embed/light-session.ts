import type { PictureBase } from "../picture/base";
import { isJoined } from "../picture/joined";
import type { BorderTick, PictureLayer } from "../picture/scene";
import { curatedViewOf } from "../state/curated";
import { DEFAULT_EMBED_OPTIONS } from "../state/embed-options";
import { featureKey } from "../state/feature-key";
import { createSieve } from "../state/filter";
import { isGeographyAsked } from "../state/geography-only";
import { listText } from "../state/language/list-text";
import { languageFor } from "../state/language/preferred";
import type { Translate } from "../state/language/translate";
import { decode, encode } from "../state/permalink";
import { type FeatureReference, LAYER_IDS, type View } from "../state/view";
import type { LightCards, LightData, LightLayers, LightSource, PackedCard } from "./light-data";
import { wordsOf } from "./packed-text";
import { lightTranslator } from "./speak";
import { type LightFeature, unpackBase, unpackLayers, unpackTicks } from "./unpack";

/** What the frame shows now, and the data and words it has for it. */
export interface LightSession {
  readonly data: LightData;
  readonly base: PictureBase;
  readonly ticks: readonly BorderTick[];
  readonly translate: Translate;
  /** The view that was asked for, which names the page whatever the reader does then. */
  asked: View;
  view: View;
  readonly features: Map<string, LightFeature>;
  /** The cards that have come so far, by `layer/id`. */
  readonly cards: Map<string, LightCard>;
}

/** What a card says, and the sources that it names by their numbers. */
export interface LightCard {
  readonly card: PackedCard;
  readonly sources: readonly LightSource[];
}

/** A curated link with what the fragment of the address changes in it; either may be empty. */
export function mergedLink(curated: string, hash: string): string {
  const merged = new URLSearchParams(curated.replace(/^#/, ""));
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) merged.set(name, value);
  return `#${merged}`;
}

/** The view of a page and the language it is to be read in: the link's, else the browser's. */
export function viewOf(curated: string, hash: string, browserLanguages: readonly string[]) {
  const view = decode(mergedLink(curated, hash));
  return { view, language: view.language ?? languageFor(browserLanguages) };
}

/** A session on what the data scripts handed over. */
export function createSession(data: LightData, view: View): LightSession {
  return {
    data,
    base: unpackBase(data.base),
    ticks: unpackTicks(data.ticks),
    translate: lightTranslator(data.messages, data.language),
    asked: view,
    view,
    features: new Map(unpackLayers(data, data.language)),
    cards: new Map(),
  };
}

/** Adds the records of a layer that came later. */
export function addLayers({ features, data }: LightSession, layers: LightLayers): void {
  for (const [key, feature] of unpackLayers(layers, data.language)) features.set(key, feature);
}

/** Adds cards of a layer. */
export function addCards({ cards: known }: LightSession, { layer, cards, sources }: LightCards): void {
  for (const [id, card] of Object.entries(cards)) known.set(featureKey({ layer, id }), { card, sources });
}

/** Whether a record may be shown: with “geography only” in the link none of the conflict is. */
const isShown = ({ layer, packed }: LightFeature, view: View): boolean =>
  !isGeographyAsked(view) || !(layer.conflict || packed.conflict);

/** The layers of the view with those of their features that period and filters let through, bottom first. */
export function visibleLayers({ features, view }: LightSession): readonly PictureLayer[] {
  // Figures that only the engine of the atlas computes narrow nothing here; the frame says that the full map has them.
  const isLetThrough = createSieve(view, "failed");
  const shown = [...LAYER_IDS].filter((id) => view.layers.includes(id));
  const byLayer = new Map<string, PictureLayer & { features: PictureLayer["features"][number][] }>();
  for (const known of features.values()) {
    const { layer, feature } = known;
    if (!(shown as readonly string[]).includes(layer.id) || !isShown(known, view)) continue;
    const entry = byLayer.get(layer.id) ?? { layer, features: [] };
    const { org } = view.filters;
    if (isLetThrough({ layer, feature }) && (!org || isJoined(feature, org))) entry.features.push(feature);
    byLayer.set(layer.id, entry);
  }
  return [...byLayer.values()];
}

/** The record that is selected, if it is known here and may be shown. */
export function selectedFeature({ features, view }: LightSession): LightFeature | null {
  const known = view.selected && features.get(featureKey(view.selected));
  return known && isShown(known, view) ? known : null;
}

/** The card of a record, if it has come; with “geography only” in the link without what touches on conflict. */
export function cardOf({ cards, view }: LightSession, reference: FeatureReference): LightCard | null {
  const known = cards.get(featureKey(reference));
  if (!known || !isGeographyAsked(view)) return known ?? null;
  const { card, sources } = known;
  return {
    card: { ...card, ...(card.states && { states: card.states.filter(({ conflict }) => !conflict) }) },
    sources: sources.map((source) => (source.conflict ? { ...source, title: source.publisher, url: null } : source)),
  };
}

/** The feature a key of a picture names. */
export function referenceOf(key: string | null | undefined): FeatureReference | null {
  const [layer, id] = key?.split("/") ?? [];
  return layer && id ? { layer, id } : null;
}

/** The link of the view in the language being read; what concerns the frame alone is in it only when it is for a frame. */
export const fullLink = ({ view, data }: LightSession, isForFrame = false): string =>
  encode({ ...view, language: data.language, embed: isForFrame ? view.embed : DEFAULT_EMBED_OPTIONS });

/** Heading and summary of the view that was asked for: of a curated view, its selected record, or the layers it shows. */
export function headingOf(session: LightSession): { readonly title: string; readonly summary: string } {
  const { asked, data, translate } = session;
  const { language } = data;
  const curated = curatedViewOf(asked, data.views);
  if (curated) return curated;
  const selected = selectedFeature({ ...session, view: asked });
  if (selected) {
    const { layer, packed, title } = selected;
    const said = session.cards.get(featureKey({ layer: layer.id, id: packed.id }));
    return { title: wordsOf(title), summary: said ? wordsOf(said.card.summary) : "" };
  }
  const names = visibleLayers({ ...session, view: asked })
    .toReversed()
    .map(({ layer }) => layer.title[language] ?? layer.title.en);
  const layers = listText(names, language);
  return { title: translate("app.title"), summary: names.length > 0 ? translate("embed.shown", { layers }) : "" };
}
