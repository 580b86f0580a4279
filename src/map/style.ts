import type { LayerSpecification, SourceSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer } from "../data/manifest";
import { PALETTES } from "../picture/palette";
import { LOCALES } from "../state/language/translate";
import { areaStyle, membershipStyle } from "./area-style";
import { type Banded, stack } from "./bands";
import { baseLabels } from "./base-labels";
import { baseSources, baseStyle } from "./base-style";
import { borderStyle } from "./border-style";
import { corridorStyle } from "./corridor-style";
import { labelFaces } from "./label-faces";
import { labelStyle, lineStyle } from "./line-style";
import { overlayStyle } from "./overlay-style";
import { selectionStyle } from "./selection-style";
import { onSharedSource, sharingOf } from "./shared-sources";
import type { StyleContext, StyleInput } from "./style-context";
import { symbolStyle } from "./symbol-style";

const NOTHING = { type: "FeatureCollection", features: [] } as const;
/** GeoJSON sources beside those of the layers. */
const COMPUTED_SOURCES = ["border-line", "border-ticks", "overlays", "pointed", "selected"] as const;

const ownSource = (): SourceSpecification => ({ type: "geojson", data: { ...NOTHING, features: [] }, promoteId: "id" });

/** How a layer of the manifest is drawn. */
function layerStyle(layer: Layer, context: StyleContext): Banded {
  switch (layer.draw) {
    case "border":
      return borderStyle(layer, context);
    case "symbol":
      return symbolStyle(layer, context);
    case "corridor":
      return corridorStyle(layer, context);
    case "area":
      return layer.record === "membership" ? membershipStyle(layer, context) : areaStyle(layer, context);
    case "line":
      return lineStyle(layer, context);
    case "label":
      return labelStyle(layer, context);
    case "own":
      return context.ownStyle?.(layer, context) ?? {};
  }
}

/** Style layers say which layer of the manifest they belong to, or none, and are hidden with it. */
function marked(banded: Banded, owner: string, isVisible: boolean): Banded {
  const mark = (layer: LayerSpecification): LayerSpecification =>
    ({
      ...layer,
      metadata: { owner },
      layout: { ...layer.layout, visibility: isVisible ? "visible" : "none" },
    }) as LayerSpecification;
  return Object.fromEntries(Object.entries(banded).map(([band, layers]) => [band, layers.map(mark)]));
}

const hidden = (layer: LayerSpecification): LayerSpecification =>
  ({ ...layer, layout: { ...layer.layout, visibility: "none" } }) as LayerSpecification;

/** The layer without its text: its symbols stay where they are. */
const nameless = (layer: LayerSpecification): LayerSpecification =>
  layer.type === "symbol" && layer.source !== "overlays" && layer.layout?.["text-field"] !== undefined
    ? { ...layer, layout: { ...layer.layout, "text-field": "" } }
    : layer;

/**
 * The whole MapLibre style of an atlas. Our own sources are empty: their features are set on the running map. Two styles
 * of the same manifest and base map have the same layers in the same order and differ in properties only.
 */
export function style(input: StyleInput): StyleSpecification {
  const { manifest, language, theme } = input;
  const context: StyleContext = {
    ...input,
    visible: input.visible ?? manifest.layers.filter((layer) => layer.visible).map((layer) => layer.id),
    organisation: input.organisation ?? "eco",
    basemap: input.basemap ?? "bundled",
    palette: PALETTES[theme],
    locale: LOCALES[language],
  };
  const own = manifest.layers.map((layer) =>
    marked(layerStyle(layer, context), layer.id, context.visible.includes(layer.id)),
  );
  const stacked = stack([
    baseStyle(context),
    input.online?.onlineStyle(context) ?? {},
    baseLabels(context),
    ...own,
    overlayStyle(context),
    selectionStyle(context),
  ]);
  const readersOwn = new Set<unknown>(manifest.layers.filter(({ draw }) => draw === "own").map(({ id }) => id));
  const isShown = ({ type, metadata }: LayerSpecification) => {
    if (input.stage === "groundless") return type !== "background";
    return input.stage !== "own" || readersOwn.has((metadata as { owner?: string } | undefined)?.owner);
  };
  const layers = stacked.map((layer) => (isShown(layer) ? layer : hidden(layer)));
  const sharing = sharingOf(manifest);
  const ownIds = [...manifest.layers.map((layer) => layer.id), ...COMPUTED_SOURCES];
  const sourceIds = new Set(ownIds.map((id) => sharing.get(id) ?? id));
  return {
    version: 8,
    name: "Sarhad",
    sources: {
      ...baseSources(context),
      ...input.online?.onlineSources(context),
      ...Object.fromEntries([...sourceIds].map((id) => [id, ownSource()])),
    },
    "font-faces": labelFaces(input.assets.baseUrl),
    layers: (input.hasLabels === false ? layers.map(nameless) : layers).map((layer) => onSharedSource(layer, sharing)),
  };
}
