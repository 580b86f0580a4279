import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import type { AtlasFeature } from "../data/feature";
import type { Language } from "../data/language";
import type { Layer, Manifest } from "../data/manifest";
import type { Basemap } from "./basemap";
import { cameraFor, type Viewport } from "./camera";
import type { ReadableFormat } from "./coordinate-format";
import { boundsOf } from "./extent";
import { featureKey } from "./feature-key";
import { geographyLayers, geographyOf, isGeographyAsked, withGeography } from "./geography-only";
import { type KnownFeature, KnownFeatures } from "./known-features";
import type { KnownFigures } from "./known-figures";
import type { LengthUnit } from "./language/format";
import { languageFor } from "./language/preferred";
import type { Digits } from "./language/translate";
import type { ScreenPoint } from "./map-handle";
import { comparesRecords, isInPeriod, type Sieve, type SieveMaker } from "./narrowing";
import { createOwnLayers, type OwnLayers } from "./own-layers";
import {
  type Camera,
  type Chrome,
  type FeatureReference,
  LAYER_IDS,
  type LayerId,
  type Theme,
  type View,
} from "./view";

/** What is known of one layer's file. */
export type LayerState =
  | { readonly status: "idle" | "loading" }
  | { readonly status: "ready"; readonly features: readonly AtlasFeature[] }
  | { readonly status: "failed"; readonly message: string };

/** Fetches the features of one layer; rejects with an Error whose message names the file and the fault. */
export type LoadLayer = (layer: Layer, signal: AbortSignal) => Promise<readonly AtlasFeature[]>;

/** Reader's settings that a link does not carry. */
export interface Settings {
  readonly digits: Digits;
  readonly unit: LengthUnit;
  readonly geographyOnly: boolean;
  readonly nastaliq: boolean;
  readonly labelLanguages: "one" | "two";
  /** How positions are written for the reader. */
  readonly coordinates: ReadableFormat;
}

export const DEFAULT_SETTINGS: Settings = {
  digits: "auto",
  unit: "km",
  geographyOnly: false,
  nastaliq: false,
  labelLanguages: "one",
  coordinates: "dd",
};

export interface ModelOptions {
  readonly manifest: Manifest;
  readonly load: LoadLayer;
  readonly view: View;
  readonly chrome: Chrome;
  /** BCP 47 tags in the order the reader's browser prefers them. */
  readonly browserLanguages: readonly string[];
  readonly settings?: Settings;
  readonly prefersDark?: boolean;
  /** How sieves are made; fetched with the first filter when it is left out. */
  readonly createSieve?: SieveMaker;
}

/** Everything shown, and the few ways to change it. Map and panels are two effects of it; neither calls the other. */
export interface Model {
  readonly manifest: Manifest;
  readonly chrome: Chrome;
  readonly view: Signal<View>;
  readonly settings: Signal<Settings>;
  /** Set by whatever shows the map (WebGL or static); used to fit places into what is not covered. */
  readonly viewport: Signal<Viewport>;
  readonly prefersDark: Signal<boolean>;
  /** The feature under the pointer, by reference. */
  readonly pointed: Signal<FeatureReference | null>;
  /** Where its name belongs, in CSS px from the top left of the map; null when it is not on the map. */
  readonly pointedAt: Signal<ScreenPoint | null>;
  /** What lies under our own layers; everything but `bundled` comes from the network. */
  readonly basemap: Signal<Basemap>;
  /** Overlapping features under the last click that await a choice; empty when there is none. */
  readonly choices: Signal<readonly FeatureReference[]>;
  readonly layerStates: Readonly<Record<LayerId, Signal<LayerState>>>;
  /** Layers of the reader's own data; a link cannot carry them. */
  readonly own: OwnLayers;
  readonly language: ReadonlySignal<Language>;
  readonly theme: ReadonlySignal<"light" | "dark">;
  /** Whether conflict is left out: by the reader's setting, or because the link asks for it. */
  readonly geographyOnly: ReadonlySignal<boolean>;
  /** Layers the reader may see, in drawing order, own ones on top; without conflict layers in “geography only”. */
  readonly layers: ReadonlySignal<readonly Layer[]>;
  readonly visibleLayers: ReadonlySignal<readonly Layer[]>;
  /** All loaded features by `layer/id`, own ones too; rows of large imports are found by key but not gone through. */
  readonly features: ReadonlySignal<ReadonlyMap<string, KnownFeature>>;
  readonly selected: ReadonlySignal<KnownFeature | null>;
  /** Sides, distances and corridors of the records' places, once the engine was asked for them. */
  readonly placeFigures: Signal<KnownFigures>;
  /** Set by panels that show those figures; filters that compare them ask by themselves. */
  readonly figuresWanted: Signal<boolean>;
  /** Whether period and filters of the view let a record through. */
  readonly letsThrough: ReadonlySignal<Sieve>;
  /**
   * What is known of a layer of the manifest or of the reader's own; follows its signal. In “geography only” without what
   * touches on conflict.
   */
  stateOf(layer: Layer): LayerState;
  /** Fetches what compares records with filters, unless it is there: after a failure nothing is narrowed until then. */
  fetchFilters(): void;
  /** Starts (or starts again) the fetching of a layer's file; answers when it is ready or has failed. */
  fetchLayer(id: LayerId): Promise<void>;
  /** Shows or hides a layer of the manifest or of the reader's own. */
  setLayerVisible(id: string, visible: boolean): void;
  setCamera(camera: Camera): void;
  select(reference: FeatureReference | null): void;
  /** Selects a feature, shows its layer and brings it into view. */
  show(reference: FeatureReference): void;
  /** Leaves conflict out or lets it in: on this page, and in the links made from it. */
  setGeographyOnly(isOnly: boolean): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  home(): void;
}

/** The model of one page. */
export function createModel(options: ModelOptions): Model {
  const { manifest, load } = options;
  const view = signal(options.view);
  const settings = signal(options.settings ?? DEFAULT_SETTINGS);
  const viewport = signal<Viewport>({ width: 1000, height: 700, padding: { top: 0, right: 0, bottom: 0, left: 0 } });
  const prefersDark = signal(options.prefersDark ?? false);
  const pointed = signal<FeatureReference | null>(null);
  const pointedAt = signal<ScreenPoint | null>(null);
  const basemap = signal<Basemap>("bundled");
  const choices = signal<readonly FeatureReference[]>([]);
  const layerStates = Object.fromEntries(LAYER_IDS.map((id) => [id, signal<LayerState>({ status: "idle" })])) as Record<
    LayerId,
    Signal<LayerState>
  >;
  const requests = new Map<LayerId, AbortController>();
  const browserLanguage = languageFor(options.browserLanguages);

  const language = computed(() => view.value.language ?? browserLanguage);
  const theme = computed(() => {
    const asked = view.value.theme ?? "auto";
    if (asked !== "auto") return asked;
    return prefersDark.value ? "dark" : "light";
  });
  const own = createOwnLayers();
  const geographyOnly = computed(() => settings.value.geographyOnly || isGeographyAsked(view.value));
  const layers = computed(() => {
    const shipped = geographyOnly.value ? geographyLayers(manifest.layers) : manifest.layers;
    const mine = own.list.value.map(({ layer }) => layer);
    return mine.length === 0 ? shipped : [...shipped, ...mine];
  });
  const visibleLayers = computed(() => {
    const shown = view.value.layers as readonly string[];
    return layers.value.filter(({ id, group }) => (group === "own" ? !own.hidden.value.has(id) : shown.includes(id)));
  });
  const shownStates = Object.fromEntries(
    LAYER_IDS.map((id) => [
      id,
      computed((): LayerState => {
        const state = layerStates[id].value;
        if (!geographyOnly.value || state.status !== "ready") return state;
        return { ...state, features: state.features.flatMap((feature) => geographyOf(feature) ?? []) };
      }),
    ]),
  ) as Record<LayerId, ReadonlySignal<LayerState>>;
  const stateOf = (layer: Layer): LayerState => {
    if (layer.group !== "own") return shownStates[layer.id as LayerId].value;
    const mine = own.list.value.find((entry) => entry.layer.id === layer.id);
    return { status: "ready", features: mine?.features ?? [] };
  };
  const features = computed(() => {
    const held: [string, KnownFeature][] = [];
    for (const layer of layers.value) {
      const state = stateOf(layer);
      if (state.status !== "ready") continue;
      for (const feature of state.features) {
        held.push([featureKey({ layer: layer.id, id: feature.id }), { layer, feature }]);
      }
    }
    const tables = own.list.value.flatMap(({ layer, table }) => (table ? [{ layer, table }] : []));
    return new KnownFeatures(held, tables);
  });
  const selected = computed(() => {
    const reference = view.value.selected;
    return (reference && features.value.get(featureKey(reference))) ?? null;
  });
  const placeFigures = signal<KnownFigures>(null);
  const period = computed(() => view.value.period);
  const filters = computed(() => view.value.filters);
  const sieveMaker = signal<SieveMaker | "failed" | null>(options.createSieve ?? null);
  const letsThrough = computed((): Sieve => {
    const [during, make] = [period.value, sieveMaker.value];
    const isDuring: Sieve = (entry) => isInPeriod(entry, during) !== false;
    // What cannot be compared narrows nothing; what waits to be compared is held back.
    if (!comparesRecords(filters.value) || make === "failed") return isDuring;
    return make ? make({ period: during, filters: filters.value }, placeFigures.value) : () => false;
  });
  const fetchFilters = () => {
    if (typeof sieveMaker.peek() === "function") return;
    import("./filter").then(
      ({ createSieve }) => {
        sieveMaker.value = createSieve;
      },
      () => {
        sieveMaker.value = "failed";
      },
    );
  };
  effect(() => {
    if (comparesRecords(filters.value)) fetchFilters();
  });

  const change = (part: Partial<View>) => {
    view.value = { ...view.peek(), ...part };
  };

  async function fetchLayer(id: LayerId): Promise<void> {
    const entry = manifest.layers.find((layer) => layer.id === id);
    if (!entry) return;
    requests.get(id)?.abort();
    const controller = new AbortController();
    requests.set(id, controller);
    layerStates[id].value = { status: "loading" };
    try {
      const loaded = await load(entry, controller.signal);
      if (requests.get(id) === controller) layerStates[id].value = { status: "ready", features: loaded };
    } catch (error) {
      if (requests.get(id) !== controller) return;
      layerStates[id].value = { status: "failed", message: error instanceof Error ? error.message : String(error) };
    }
  }

  function setLayerVisible(id: string, visible: boolean): void {
    const known = LAYER_IDS.find((one) => one === id);
    if (known) setShippedVisible(known, visible);
    else own.setVisible(id, visible);
  }

  function setShippedVisible(id: LayerId, visible: boolean): void {
    const shown = new Set(view.peek().layers);
    if (visible) shown.add(id);
    else shown.delete(id);
    change({ layers: LAYER_IDS.filter((known) => shown.has(known)) });
  }

  function show(reference: FeatureReference): void {
    batch(() => {
      setLayerVisible(reference.layer, true);
      change({ selected: reference });
      choices.value = [];
      const bounds = boundsOf(features.peek().get(featureKey(reference))?.feature ?? null);
      if (bounds) change({ camera: cameraFor(bounds, viewport.peek(), 9) });
    });
  }

  return {
    manifest,
    chrome: options.chrome,
    view,
    settings,
    viewport,
    prefersDark,
    pointed,
    pointedAt,
    basemap,
    choices,
    layerStates,
    own,
    language,
    theme,
    layers,
    visibleLayers,
    features,
    selected,
    placeFigures,
    figuresWanted: signal(false),
    letsThrough,
    stateOf,
    fetchFilters,
    fetchLayer,
    setLayerVisible,
    setCamera: (camera) => change({ camera }),
    select: (reference) => {
      batch(() => {
        choices.value = [];
        change({ selected: reference });
      });
    },
    show,
    geographyOnly,
    setGeographyOnly: (isOnly) => {
      batch(() => {
        settings.value = { ...settings.peek(), geographyOnly: isOnly };
        change({ filters: withGeography(view.peek().filters, isOnly) });
      });
    },
    setLanguage: (value) => change({ language: value }),
    setTheme: (value) => change({ theme: value }),
    home: () => change({ camera: cameraFor([60.2, 24.6, 64.2, 30.2], viewport.peek()) }),
  };
}
