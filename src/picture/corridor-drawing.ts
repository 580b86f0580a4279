import type { Geometry, Position } from "geojson";
import type { CorridorRecord } from "../data/corridor-record";
import { featureGroup } from "./feature-group";
import { linePath, visibleParts } from "./path";
import type { PictureLayer, Scene } from "./scene";
import { nameIn } from "./text";
import { element } from "./xml";

/** The strokes of a line by its state: solid, long dashes, dots, a fine double line. Widths are parts of the line's. */
const MANNERS: Readonly<
  Record<CorridorRecord["built"], { readonly width: number; readonly dash?: string; readonly isDouble?: true }>
> = {
  built: { width: 1 },
  partly_built: { width: 1, dash: "7 4" },
  proposed: { width: 1.2, dash: "0 4.5" },
  historic: { width: 1.5, isDouble: true },
};

/** What is threaded on a line by its mode: ticks across it, beads, widely spaced ticks. */
const MODES: Readonly<
  Partial<Record<CorridorRecord["mode"], { readonly width: number; readonly dash: string; readonly cap: string }>>
> = {
  rail: { width: 3.6, dash: "1.1 8", cap: "butt" },
  pipeline: { width: 2.5, dash: "0 9", cap: "round" },
  power: { width: 3, dash: "1.1 16", cap: "butt" },
};

/** The lines of a line geometry; nothing of any other. */
export function linesOf(geometry: Geometry | null): readonly (readonly Position[])[] {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  return geometry?.type === "MultiLineString" ? geometry.coordinates : [];
}

/** Corridors: paper casing, strokes by state and mode, name and “schematic” beside the longest stretch in sight. */
export function drawCorridors(scene: Scene, { layer, features }: PictureLayer): string {
  const { picture, frame, palette, detail, labels } = scene;
  const { zoom } = picture.view.camera;
  const width = Math.min(3.4, Math.max(1.2, 1.2 + (zoom - 4) * 0.3));
  const groups = features.map((feature) => {
    const record = feature.properties as CorridorRecord;
    const lines = linesOf(feature.geometry);
    const all = linePath(lines, frame, detail);
    if (all === "") return "";
    const path = (d: string, stroke: string, strokeWidth: number, dash?: string, cap = "round") =>
      d === ""
        ? ""
        : element("path", { d, stroke, "stroke-width": strokeWidth, "stroke-dasharray": dash, "stroke-linecap": cap });
    const byState = (state: CorridorRecord["built"]) => {
      const own = lines.filter((_, index) => (record.stretches[index]?.built ?? record.built) === state);
      return own.length === lines.length ? all : linePath(own, frame, detail);
    };
    const strokes = Object.entries(MANNERS).map(([state, { width: part, dash, isDouble }]) => {
      const d = byState(state as CorridorRecord["built"]);
      const stroke = path(d, palette.corridor, part * width, dash, dash && !dash.startsWith("0") ? "butt" : "round");
      return isDouble ? stroke + path(d, palette.halo, part * width - 1.4) : stroke;
    });
    const mode = MODES[record.mode];
    const threaded = mode ? path(all, palette.corridor, mode.width * width, mode.dash, mode.cap) : "";
    const parts = visibleParts(lines, frame);
    const longest = parts.toSorted((a, b) => b.length - a.length)[0];
    const middle = longest?.[Math.floor(longest.length / 2)];
    if (middle && zoom >= layer.labelMinZoom) {
      labels.push({
        text: `${nameIn(record.title, picture.language)} · ${picture.translate("map.schematic")}`,
        x: middle[0],
        y: middle[1],
        gap: 6,
        size: 10.5,
        color: palette.corridor,
        italic: picture.language === "en",
        priority: 10,
      });
    }
    const casing = path(all, palette.halo, width + 2.4);
    return featureGroup(scene, layer, feature, `${casing}${strokes.join("")}${threaded}`, { d: all, width: 12 });
  });
  return element("g", { id: `${scene.prefix}layer-${layer.id}`, fill: "none", "stroke-linejoin": "round" }, ...groups);
}
