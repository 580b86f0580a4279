import type { AtlasFeature } from "../data/feature";
import type { Layer, SymbolName } from "../data/manifest";
import { metersPerPx } from "../state/scale";
import { secondName } from "../state/second-name";
import { type Doubt, doubtRing, LEAST_DOUBT_PX, markOf } from "./doubt";
import { featureGroup, type HitArea } from "./feature-group";
import { featureSymbol } from "./feature-symbol";
import { areaPath } from "./path";
import { verticesFor } from "./ring-vertices";
import type { PictureLayer, Scene } from "./scene";
import { finish } from "./steps";
import { SYMBOL_COLORS } from "./symbol-colors";
import { symbolScale } from "./symbol-scale";
import { type SymbolVariant, symbolImageId, symbolSize } from "./symbols";
import { nameIn } from "./text";
import { element } from "./xml";

/** A picture cannot be zoomed into, so its names may come this much earlier than on the live map. */
export const LABELS_EARLIER = 1;

/** Whose names come first when there is no room for all. */
const PRIORITIES: Readonly<Partial<Record<SymbolName, number>>> = {
  crossing: 60,
  strike: 58,
  port: 56,
  tripoint: 55,
  terminus: 54,
  market: 50,
  town: 40,
  incident: 38,
  agreement: 36,
  peak: 34,
};

/**
 * The circle within which the place lies, drawn faint with a dashed edge, or with the edge of what is selected; empty when
 * it is too small to see.
 */
function drawDoubt(
  { frame, palette, detail }: Scene,
  layer: Layer,
  point: readonly [number, number],
  where: Doubt,
  isSelected: boolean,
): string {
  const radiusPx = where.uncertaintyRadiusM / metersPerPx(point[1], frame.camera.zoom);
  if (radiusPx < LEAST_DOUBT_PX) return "";
  const color = palette[SYMBOL_COLORS[layer.symbol]];
  const isCountry = where.precision === "country";
  return element("path", {
    d: areaPath([doubtRing(point, where.uncertaintyRadiusM, verticesFor(radiusPx))], frame, {
      ...detail,
      tolerancePx: detail.ringTolerancePx ?? detail.tolerancePx,
    }),
    fill: isCountry ? "none" : color,
    "fill-opacity": isCountry ? undefined : markOf(where) === "soft" ? 0.14 : 0.09,
    ...(isSelected
      ? { stroke: palette.accent, "stroke-width": 2.5 }
      : { stroke: color, "stroke-opacity": isCountry ? 0.4 : 0.85, "stroke-dasharray": "3.5 3" }),
  });
}

function drawSymbol(
  scene: Scene,
  name: SymbolName,
  variant: SymbolVariant,
  x: number,
  y: number,
  scale: number,
): string {
  const id = symbolImageId(name, variant);
  scene.symbols.set(id, { name, variant });
  const size = (symbolSize(variant) / 20) * scale;
  const at = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  return element("use", {
    href: `#${scene.prefix}${id}`,
    transform: size === 1 ? at : `${at} scale(${Number(size.toFixed(2))})`,
  });
}

interface Drawn {
  readonly doubt: string;
  readonly symbol: string;
}

function drawFeature(scene: Scene, layer: Layer, feature: AtlasFeature): Drawn {
  const { frame, palette, picture } = scene;
  const record = feature.properties;
  if (record.status !== "current") return { doubt: "", symbol: "" };
  const { name, variant } = featureSymbol(layer, feature);
  const isSelected = picture.view.selected?.layer === layer.id && picture.view.selected.id === feature.id;
  const { zoom } = frame.camera;
  const scale = symbolScale(zoom);
  let doubt = "";
  let symbol = "";
  let target: HitArea | undefined;
  const place = (point: readonly [number, number], where: Doubt | null, drawn: SymbolVariant) => {
    const [x, y] = frame.toPixel([...point]);
    if (where) doubt += drawDoubt(scene, layer, point, where, isSelected);
    if (!frame.holds([x, y], 12)) return null;
    if (markOf(where) !== "soft") {
      if (isSelected && !drawn.small) symbol += selectionRing(scene, x, y);
      symbol += drawSymbol(scene, name, drawn, x, y, scale);
      scene.obstacles.addPoint(x, y, name === "town" ? 4 : (symbolSize(drawn) / 2) * scale);
    }
    return [x, y] as const;
  };
  const where = "where" in record ? record.where : null;
  if (feature.geometry?.type === "Point") {
    const [lng = 0, lat = 0] = feature.geometry.coordinates;
    const at = place([lng, lat], where, variant);
    if (at && (zoom >= layer.labelMinZoom - LABELS_EARLIER || isSelected)) {
      const isSoft = markOf(where) === "soft";
      const text = nameIn(record.title, picture.language);
      const country = where && "country" in where && typeof where.country === "string" ? where.country : null;
      scene.labels.push({
        text,
        below: secondName(record.title, text, picture.secondLanguage ?? null, country),
        x: at[0],
        y: at[1],
        gap: isSoft ? 0 : name === "town" ? 7 : 14.5 * scale,
        size: isSelected ? 13.5 : 12,
        color: isSelected ? palette.accent : name === "town" ? palette.ink : palette[SYMBOL_COLORS[name]],
        bold: isSelected,
        italic: markOf(where) !== "sharp" && picture.language === "en",
        priority: isSelected ? 100 : (PRIORITIES[name] ?? 30) + (variant.size ?? 0),
      });
    }
    if (at) target = { x: at[0], y: at[1] };
  }
  if ("alsoAt" in record) {
    for (const also of record.alsoAt) {
      if (also.point)
        place(also.point, also.where, { ...variant, hollow: markOf(also.where) !== "sharp", small: true });
    }
  }
  if (symbol !== "") symbol = featureGroup(scene, layer, feature, symbol, target);
  if (doubt !== "") doubt = markOf(where) === "soft" ? featureGroup(scene, layer, feature, doubt) : doubt;
  return { doubt, symbol };
}

const selectionRing = ({ palette }: Scene, x: number, y: number): string =>
  element("circle", {
    cx: x,
    cy: y,
    r: 14.5,
    fill: palette.halo,
    "fill-opacity": 0.6,
    stroke: palette.accent,
    "stroke-width": 3,
  });

/** So many symbols are drawn at a stretch. */
const SYMBOLS_A_STEP = 20;

/** The drawing of `drawSymbolsInSteps`, at once. */
export const drawSymbols = (scene: Scene, shown: PictureLayer, name: string = shown.layer.id): Drawn =>
  finish(drawSymbolsInSteps(scene, shown, name));

/**
 * The circles of doubt and the symbols of a layer of points, with pauses: the former to be drawn below every symbol. `name` is what
 * their groups are called when it is not the layer's id.
 */
export function* drawSymbolsInSteps(
  scene: Scene,
  { layer, features }: PictureLayer,
  name: string = layer.id,
): Generator<void, Drawn> {
  const drawn: Drawn[] = [];
  for (const feature of features) {
    drawn.push(drawFeature(scene, layer, feature));
    if (drawn.length % SYMBOLS_A_STEP === 0) yield;
  }
  const group = (id: string, parts: readonly string[]) =>
    parts.some((part) => part !== "") ? element("g", { id: `${scene.prefix}${id}` }, ...parts) : "";
  return {
    doubt: group(
      `doubt-${name}`,
      drawn.map(({ doubt }) => doubt),
    ),
    symbol: group(
      `layer-${name}`,
      drawn.map(({ symbol }) => symbol),
    ),
  };
}
