import type { Layer } from "../data/manifest";
import { drawAreas } from "./area-drawing";
import { drawBorder } from "./border-drawing";
import { drawCorridors } from "./corridor-drawing";
import { labelCountries } from "./country-labels";
import type { Frame } from "./frame";
import { drawGround } from "./ground";
import { type Box, labelGroup, Obstacles, placeLabels } from "./labels";
import { drawOverlays } from "./overlay-drawing";
import { PALETTES } from "./palette";
import type { Detail } from "./path";
import type { Picture, PictureLayer, Scene } from "./scene";
import { finish } from "./steps";
import { drawSymbols, drawSymbolsInSteps } from "./symbol-drawing";
import { symbolMarkup } from "./symbol-markup";
import { element } from "./xml";

/** How a map is drawn, beside what it shows. */
export interface MapDrawing {
  readonly frame: Frame;
  readonly detail: Detail;
  readonly isInteractive: boolean;
  readonly prefix: string;
  readonly labelLimit: number;
  /** Stands in the place of the drawn ground. */
  readonly ground?: string | undefined;
  /** Rooms that no name may take: furniture lies there. */
  readonly reserved?: readonly Box[];
}

/** What has to be drawn once for a map to stand on, and the map: named groups, bottom first. */
export interface DrawnMap {
  readonly definitions: string;
  readonly map: string;
}

/** Whether a layer is drawn at a zoom. */
export const isLayerDrawn = ({ minZoom, maxZoom }: Layer, zoom: number): boolean => zoom >= minZoom && zoom < maxZoom;

/** The map of `drawMapInSteps`, at once. */
export const drawMap = (picture: Picture, drawing: MapDrawing): DrawnMap => finish(drawMapInSteps(picture, drawing));

/**
 * The map without furniture, with a pause after each part for whoever has a page to keep moving. Order, bottom to top: ground, areas, corridors, overlays, border, doubt, symbols, names.
 * Layers outside of their range of zooms are left out, as on the live map.
 */
export function* drawMapInSteps(
  picture: Picture,
  { frame, detail, isInteractive, prefix, labelLimit, ground, reserved = [] }: MapDrawing,
): Generator<void, DrawnMap> {
  const palette = PALETTES[picture.theme];
  const obstacles = new Obstacles();
  for (const box of reserved) obstacles.add(box);
  const scene: Scene = {
    picture,
    frame,
    palette,
    detail,
    isInteractive,
    prefix,
    labels: [],
    obstacles,
    symbols: new Map(),
  };
  // The zoom of the view decides, not that of the paper: what the reader saw is what is printed.
  const layers = picture.layers.filter(({ layer }) => isLayerDrawn(layer, picture.view.camera.zoom));
  const drawnAs = (...draws: readonly PictureLayer["layer"]["draw"][]) =>
    layers.filter(({ layer }) => draws.includes(layer.draw));
  const points: { readonly doubt: string; readonly symbol: string }[] = [];
  for (const { layer, features } of drawnAs("symbol", "own")) {
    const places = layer.draw === "own" ? features.filter(({ geometry }) => geometry?.type === "Point") : features;
    points.push(yield* drawSymbolsInSteps(scene, { layer, features: places }));
    yield;
  }
  for (const { layer, features } of drawnAs("border")) {
    const ends = features.filter(({ geometry }) => geometry?.type === "Point");
    points.push(drawSymbols(scene, { layer, features: ends }, `${layer.id}-ends`));
    yield;
  }
  const parts = [ground ?? drawGround(scene)];
  yield;
  for (const { layer, features } of drawnAs("area", "label", "line", "own")) {
    const shapes = layer.draw === "own" ? features.filter(({ geometry }) => geometry?.type !== "Point") : features;
    parts.push(drawAreas(scene, { layer, features: shapes }));
    yield;
  }
  for (const one of drawnAs("corridor")) {
    parts.push(drawCorridors(scene, one));
    yield;
  }
  parts.push(drawOverlays(scene));
  yield;
  for (const one of drawnAs("border")) {
    parts.push(drawBorder(scene, one));
    yield;
  }
  parts.push(...points.map(({ doubt }) => doubt), ...points.map(({ symbol }) => symbol));
  labelCountries(scene);
  const texts = placeLabels(scene.labels, obstacles, frame, palette, labelLimit);
  // Where features are buttons, each says its name already.
  const names = labelGroup(`${prefix}labels`, texts, scene.isInteractive);
  const symbols = [...scene.symbols].map(([id, { name, variant }]) =>
    element("g", { id: prefix + id, transform: "translate(-10 -10)" }, symbolMarkup(name, variant, palette)),
  );
  return { definitions: symbols.join(""), map: parts.join("") + names };
}
