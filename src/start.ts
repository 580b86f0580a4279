import { effect } from "@preact/signals-core";
import { loadLayer } from "./data/load";
import type { Manifest } from "./data/manifest";
import type { Language, LocalizedText } from "./data/text";
import { startOwnData } from "./own-data";
import { mapRests, nextUse } from "./state/first-use";
import type { LinkedView } from "./state/history";
import { needsFigures } from "./state/known-figures";
import { type CataloguePart, loadCatalogue } from "./state/language/catalogues";
import { type Catalogue, directionOf } from "./state/language/translate";
import { loadTranslations } from "./state/language/translations";
import { createModel, type Model } from "./state/model";
import { createPage, type Page } from "./state/page";
import { viewOfPlainLink } from "./state/plain-link";
import { guardScripts } from "./state/script-guard";
import { LAYER_IDS, START_VIEW } from "./state/view";

/** The manifest without descriptions. Shipped data are checked against the schema while testing. */
const MANIFESTS = import.meta.glob<Manifest>("../data/layers.json", {
  eager: true,
  import: "default",
  query: "?part=start",
});
const manifest = Object.values(MANIFESTS)[0] as Manifest;

/** The titles of its layers in other languages than English, by the id of the layer. */
const TITLES = import.meta.glob<Readonly<Record<string, Partial<LocalizedText>>>>("../data/layers.json", {
  import: "default",
  query: "?part=titles",
});

/** Fetches words, and for other languages than English the titles of the layers beside them. */
async function loadWords(language: Language, part: CataloguePart): Promise<Catalogue> {
  const [words, titles] = await Promise.all([
    loadCatalogue(language, part),
    language === "en" ? null : Object.values(TITLES)[0]?.(),
  ]);
  for (const { id, title } of manifest.layers) Object.assign(title, titles?.[id]);
  return words;
}

/** Keeps language, direction and theme of the document in step with the page. */
function dressDocument({ model, speech }: Page): void {
  const root = document.documentElement;
  effect(() => {
    const language = speech.value?.language ?? model.language.value;
    root.lang = language;
    // On <html> the direction would reverse the brackets in map labels.
    document.body.dir = directionOf(language);
  });
  effect(() => {
    root.dataset.theme = model.theme.value;
  });
}

/** How long the map may take before the layers that it does not show are fetched all the same. */
const PATIENCE_MILLISECONDS = 3000;

/**
 * Fetches every layer, those of the view and those under way since the head of the page first: list and search know them
 * all, but the rest would only take the network from the map.
 */
async function fetchLayers({ view, fetchLayer }: Model, map: Promise<void>): Promise<void> {
  const { layers: shown, selected } = view.peek();
  const first = LAYER_IDS.filter(
    (id) => shown.includes(id) || START_VIEW.layers.includes(id) || id === selected?.layer,
  );
  await Promise.all(first.map((id) => fetchLayer(id)));
  await Promise.race([map, new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS))]);
  await Promise.all(LAYER_IDS.filter((id) => !first.includes(id)).map((id) => fetchLayer(id)));
}

const loadLinkedData = () => import("./linked-data");
// Takes longest of all, and is asked for before the page stands; what is amiss shows when it is asked for again.
if (/[#&]data=/.test(location.hash)) loadLinkedData().catch(() => undefined);

/** Begins to bring what the link names of this site; null when it names nothing, or what brings it does not arrive. */
async function bringLinked(model: Model) {
  const { data } = model.view.peek();
  try {
    return data === null ? null : (await loadLinkedData()).bringLinkedData(model, data);
  } catch {
    // The panels ask for it again.
    return null;
  }
}

/** Fetches the WebGL map once `begin` is over and mounts it when `due`; without it the static picture stays. */
async function mountWebGlMap(page: Page, begin: Promise<unknown>, due?: Promise<unknown>): Promise<void> {
  const container = document.getElementById("map");
  if (!container) return;
  try {
    await begin;
    const { mountMap } = await import("./map/mount").catch((error: unknown) => {
      page.hasMapNotArrived.value = true;
      throw error;
    });
    await due;
    await mountMap(container, page);
    page.mapState.value = "gl";
  } catch {
    page.mapState.value = "static";
  }
}

const fetchMeasures = (model: Model) => import("./measuring").then(({ startMeasures }) => startMeasures(model));

/** Fetches the measuring desk when the view asks for a measure or a feature's distance, and puts its shapes on the map. */
function keepMeasures(page: Page): void {
  const { model } = page;
  effect(() => {
    const { from, to, measure, corridors, filters } = model.view.value;
    const point = model.selected.value?.feature.geometry?.type === "Point";
    const onLine = filters.km ?? filters.tolerance;
    const isFiltering = model.figuresWanted.value || needsFigures(filters);
    if (point || from || to || onLine || isFiltering || measure.length > 0 || corridors.length > 0) page.wantMeasures();
  });
  effect(() => {
    const measures = page.measures.value;
    if (measures && measures !== "failed") page.overlays.value = measures.overlays.value;
    if (measures === "failed") model.placeFigures.value = "failed";
  });
}

/** Keeps the atlas for the next visit, once this one has all it needs. An embed leaves nothing on a reader's device. */
async function offerOffline(page: Page): Promise<void> {
  if (page.model.chrome === "embed" || !import.meta.env.PROD) return;
  await mapRests(page);
  // Without its code the atlas is not kept this time, and nothing else is amiss.
  const registration = await import("./ui/offline/registration").catch(() => null);
  await registration?.keepOffline(page);
}

/**
 * Keeps the link in step from the first thing the reader does, or once the map rests: what changes before is how the
 * first view fits the window.
 */
async function keepLinkOnUse(page: Page, since: LinkedView): Promise<void> {
  await Promise.race([nextUse(), mapRests(page)]);
  const history = await import("./state/history").catch(() => null);
  if (history) history.keepLink(page.model.view, window, since);
  else await nextUse().then(() => keepLinkOnUse(page, since));
}

/** What a link says that is not plain, and its kept version; null when what reads them does not arrive. */
async function readLink(hash: string) {
  try {
    const view = viewOfPlainLink(hash) ?? (await import("./state/permalink")).decode(hash);
    return { view, pinnedPage: view.pin === null ? null : await import("./pinned-page") };
  } catch {
    return null;
  }
}

const afterPaint = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/**
 * Starts a page of the atlas: link → model → panels, then data, then the map. `mountPanels` draws the panels; `giveUp` is
 * called instead when what reads the link does not arrive.
 */
export async function startPage(
  mountPanels: (root: HTMLElement, page: Page) => void,
  giveUp: () => void = () => {},
): Promise<void> {
  guardScripts();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const { hash } = location;
  const read = await readLink(hash);
  const chrome = document.documentElement.dataset.chrome === "embed" ? "embed" : "full";
  // Another view would not be what was asked for; the text that waits in a full page says that nothing has come.
  if (!read) return giveUp();
  const { view, pinnedPage } = read;
  const { pin } = view;
  const pinned = pin === null ? null : await pinnedPage?.fetchPinned(pin);
  const model = createModel({
    manifest: pinned?.manifest ?? manifest,
    load: pinned?.load ?? loadLayer,
    view,
    chrome,
    browserLanguages: navigator.languages,
    prefersDark: dark.matches,
  });
  // What a link brings is shown first, and alone: the map is made with it, and all else comes behind it.
  const linking = bringLinked(model);
  dark.addEventListener("change", () => {
    model.prefersDark.value = dark.matches;
  });
  const page = createPage(model, {
    catalogue: loadWords,
    translations: loadTranslations,
    measures: fetchMeasures,
    heights: async (...asked) => (await import("./map/heights")).readHeights(...asked),
  });
  void keepLinkOnUse(page, { view, hash });
  keepMeasures(page);
  effect(() => {
    // Another version needs the page again.
    if (model.view.value.pin !== pin) location.reload();
  });
  if (pin !== null) void pinnedPage?.tellOfPin(page, pin, pinned ?? null).catch(() => undefined);
  dressDocument(page);
  const root = document.getElementById("app");
  const linked = await linking;
  const picture = linked?.paint(page);
  await linked?.isRead;
  if (root) mountPanels(root, page);
  void Promise.resolve(picture?.isThere).then(() => {
    page.isLinkDue.value = true;
  });
  void startOwnData(page);
  const map = mountWebGlMap(page, picture?.isSoon ?? afterPaint(), picture?.isThere);
  if (picture) await Promise.race([map, picture.isLate]);
  await fetchLayers(model, map);
  await offerOffline(page);
}
