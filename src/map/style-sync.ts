import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Manifest } from "../data/manifest";
import type { Basemap } from "../state/basemap";
import { secondLanguageOf } from "../state/label-languages";
import type { Model } from "../state/model";
import type { Page, Speech } from "../state/page";
import type { OwnMap } from "./own-map";
import { style } from "./style";
import { changeStyle } from "./style-change";
import type { OnlineStyle, Stage, StyleInput } from "./style-context";

/** Only the page that readers open for it may reach beyond its own host. */
const isNetworkOpen = () => document.documentElement.dataset.network === "open";

/** The manifest with the reader's own layers on top. */
const withOwnLayers = ({ manifest, own }: Model): Manifest => ({
  ...manifest,
  layers: [...manifest.layers, ...own.list.value.map(({ layer }) => layer)],
});

const layerIds = ({ manifest }: StyleInput) => manifest.layers.map(({ id }) => id).join(" ");

/** What comes later and changes how all is drawn. */
export interface StyleParts {
  /** How the reader's own layers are drawn; null until that has arrived. */
  readonly own: OwnMap | null;
  readonly stage: Stage;
  readonly online: OnlineStyle | null;
}

/** What the style depends on, from the signals of the page; texts and labels are in the language of `speech`. */
export function styleInput(
  { model, drawing }: Page,
  { language, translate }: Speech,
  baseUrl: string,
  { own, stage, online }: StyleParts,
): StyleInput {
  const basemap: Basemap = online ? model.basemap.value : "bundled";
  return {
    manifest: own ? withOwnLayers(model) : model.manifest,
    ownStyle: own?.style ?? null,
    theme: model.theme.value,
    language,
    secondLanguage: secondLanguageOf(model.settings.value, language),
    assets: {
      baseUrl,
      words: { schematic: translate("map.schematic"), km: translate("map.km") },
    },
    visible: model.visibleLayers.value.map((layer) => layer.id),
    organisation: model.view.value.filters.org?.[0] ?? "eco",
    basemap,
    online,
    hasLabels: drawing.value.hasLabels,
    stage,
    isRaised: drawing.value.exaggeration > 0,
  };
}

/** The sources whose features were set on the running map keep them, and raised land and the globe stay. */
const keepFeatures = (previous: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification => ({
  ...next,
  ...(previous?.terrain && { terrain: previous.terrain }),
  ...(previous?.projection && { projection: previous.projection }),
  sources: Object.fromEntries(
    Object.entries(next.sources).map(([id, source]) => [
      id,
      source.type === "geojson" ? (previous?.sources[id] ?? source) : source,
    ]),
  ),
});

/**
 * Keeps theme, language, visible layers and base map of the map in step with the page until disposed, and shows of it what
 * its stage lets through.
 */
export function keepStyle(
  map: MapLibreMap,
  page: Page,
  baseUrl: string,
  { own, stage }: { readonly own: ReadonlySignal<OwnMap | null>; readonly stage: ReadonlySignal<Stage> },
): () => void {
  let shown: { input: StyleInput; style: StyleSpecification } | null = null;
  const online = signal<OnlineStyle | null>(null);
  const fetchOnline = () =>
    import("./online").then(
      (arrived) => {
        online.value = arrived;
      },
      () => {
        page.notice.value = { key: "notice.basemap-failed" };
        page.model.basemap.value = "bundled";
      },
    );
  const stopWatching = effect(() => {
    if (isNetworkOpen() && page.model.basemap.value !== "bundled" && !online.peek()) void fetchOnline();
  });
  const stopStyling = effect(() => {
    const speech = page.speech.value;
    if (!speech) return;
    const input = styleInput(page, speech, baseUrl, {
      own: own.value,
      stage: stage.value,
      online: online.value,
    });
    const next = style(input);
    if (shown && (shown.input.basemap !== input.basemap || layerIds(shown.input) !== layerIds(input))) {
      map.setStyle(next, { diff: true, transformStyle: keepFeatures });
    } else {
      changeStyle(map, shown?.style ?? map.getStyle(), next);
    }
    shown = { input, style: next };
  });
  return () => {
    stopWatching();
    stopStyling();
  };
}
