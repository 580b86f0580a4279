import type { Map as MapLibreMap, MapMouseEvent, PointLike } from "maplibre-gl";
import { grabOnPage } from "../state/grab";
import type { ScreenPoint } from "../state/map-handle";
import type { Page } from "../state/page";
import type { FeatureReference } from "../state/view";
import { foremost, type Rendered } from "./hits";
import { REACH_PX, type Reach } from "./reach";
import { cameFrom } from "./shared-sources";
import { keepVertexDrag } from "./vertex-drag";

/** Sources of the border as a line, which carry no record. */
const BORDER_LINES: ReadonlySet<string> = new Set(["border-line", "basemap-osm"]);

const ownerOf = (layer: { readonly metadata?: unknown } | undefined): string | undefined =>
  (layer?.metadata as { readonly owner?: string } | undefined)?.owner;

/** The style layers that belong to a layer of the page: to ask the whole base map as well takes a tenth of a second. */
const ownedLayers = (map: MapLibreMap): string[] => map.getLayersOrder().filter((id) => ownerOf(map.getLayer(id)));

/** What was hit around a point, topmost first and each once. */
export function hitsAt(map: MapLibreMap, page: Page, { x, y }: ScreenPoint, reach: Reach): readonly FeatureReference[] {
  const r = REACH_PX[reach];
  const around: [PointLike, PointLike] = [
    [x - r, y - r],
    [x + r, y + r],
  ];
  const found = map.queryRenderedFeatures(around, { layers: ownedLayers(map) });
  const rendered = found.flatMap(({ layer, properties, source }): Rendered[] => {
    const owner = ownerOf(layer);
    if (!owner) return [];
    if (BORDER_LINES.has(cameFrom(source, properties))) return borderRecord(page, owner);
    if (properties.part === undefined || properties.part === "group") return [];
    return [{ owner, id: String(properties.id), part: String(properties.part) }];
  });
  return foremost(rendered);
}

function borderRecord({ model }: Page, owner: string): Rendered[] {
  for (const { layer, feature } of model.features.peek().values()) {
    if (layer.id === owner && feature.properties.kind === "border") return [{ owner, id: feature.id, part: "line" }];
  }
  return [];
}

/** Whether a place on the screen is on a vertex that the tool in hand may drag: a click there means the vertex, and not a new one. */
function isOnVertex(map: MapLibreMap, page: Page, at: ScreenPoint): boolean {
  const pixelOf = ([lng, lat]: readonly [number, number]) => map.project([lng, lat]);
  return grabOnPage(page, pixelOf, at, REACH_PX.mouse)?.kind === "vertex";
}

/** Comes nearer to a group of rows under the pointer; false when there is none. */
function enterGroup(map: MapLibreMap, { x, y }: ScreenPoint): boolean {
  const [group] = map.queryRenderedFeatures([x, y], {
    layers: ownedLayers(map),
    filter: ["==", ["get", "part"], "group"],
  });
  if (!group) return false;
  map.easeTo({ center: map.unproject([x, y]), zoom: Math.min(18, map.getZoom() + 2) });
  return true;
}

/** A click: to the tool in hand, else to what was hit. Several at once are offered for choice. */
function click(map: MapLibreMap, page: Page, point: ScreenPoint, reach: Reach): void {
  const { model } = page;
  const tool = page.tool.peek();
  if (tool) {
    if (isOnVertex(map, page, point)) return;
    const { lng, lat } = map.unproject([point.x, point.y]);
    tool.click(lng, lat);
    return;
  }
  const hits = hitsAt(map, page, point, reach);
  if (hits.length === 0 && enterGroup(map, point)) return;
  if (hits.length > 1) model.choices.value = hits;
  else model.select(hits[0] ?? null);
}

/** The last movement and the last click of a pointer that nobody has answered. */
export interface Unanswered {
  readonly moved: MapMouseEvent | null;
  readonly clicked: MapMouseEvent | null;
}

/**
 * Pointing and clicking, until disposed; what is unanswered is answered first. With a tool in hand Enter is a click at the
 * middle of the map.
 */
export function keepPointer(map: MapLibreMap, page: Page, { moved, clicked }: Unanswered): () => void {
  const { model } = page;
  const canvas = map.getCanvas();
  let frame = 0;

  const point = (reference: FeatureReference | null, at: ScreenPoint | null) => {
    const now = model.pointed.peek();
    if (now?.layer !== reference?.layer || now?.id !== reference?.id) model.pointed.value = reference;
    model.pointedAt.value = reference && at && { x: at.x, y: at.y };
    canvas.style.cursor = page.tool.peek() ? "crosshair" : reference ? "pointer" : "";
  };
  const onMove = ({ point: at }: MapMouseEvent) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (map.isMoving()) return;
      point(page.tool.peek() ? null : (hitsAt(map, page, at, "mouse")[0] ?? null), at);
    });
  };
  const onLeave = () => {
    cancelAnimationFrame(frame);
    point(null, null);
  };
  const onClick = (event: MapMouseEvent) => {
    const isTouch = "pointerType" in event.originalEvent && event.originalEvent.pointerType === "touch";
    click(map, page, event.point, isTouch ? "touch" : "mouse");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const tool = page.tool.peek();
    if (event.key !== "Enter" || !tool) return;
    const { lng, lat } = map.getCenter();
    tool.click(lng, lat);
    event.preventDefault();
  };
  const stopDragging = keepVertexDrag(map, page);
  map.on("mousemove", onMove);
  map.on("mouseout", onLeave);
  map.on("click", onClick);
  canvas.addEventListener("keydown", onKeyDown);
  if (moved) onMove(moved);
  if (clicked) onClick(clicked);
  return () => {
    cancelAnimationFrame(frame);
    stopDragging();
    map.off("mousemove", onMove);
    map.off("mouseout", onLeave);
    map.off("click", onClick);
    canvas.removeEventListener("keydown", onKeyDown);
  };
}
