import type { Frame, Pixel } from "./frame";
import type { Box } from "./labels";
import { drawLocator } from "./locator";
import { drawNorthArrow } from "./north-arrow";
import { drawScaleBar } from "./scale-bar";
import type { Picture } from "./scene";

/** What stands around a map. Everything is optional; the boundary note belongs to every picture that leaves the page. */
export interface Furniture {
  readonly title?: string;
  readonly hasLegend?: boolean;
  readonly hasScaleBar?: boolean;
  /** `turned` draws the arrow only when north is not up. */
  readonly northArrow?: "always" | "turned";
  readonly hasLocator?: boolean;
  readonly hasCredits?: boolean;
  readonly hasBoundaryNote?: boolean;
  /** The day the picture speaks of, ready to read, and the version of the data. */
  readonly date?: { readonly text: string; readonly dataVersion: string };
  /** Who published what the picture shows, most often named first. */
  readonly publishers?: readonly string[];
  /** Where the interactive map of the same view stands. */
  readonly link?: string;
}

/** A narrower map has no room for a locator. */
const LOCATOR_FROM_WIDTH = 420;

/** The furniture that lies upon the map itself, and the rooms that no name may take. */
export interface MapFurniture {
  readonly markup: string;
  readonly boxes: readonly Box[];
}

/** Scale bar, arrow to the north, and where in the world the map is. */
export function drawOnMap(picture: Picture, furniture: Furniture, frame: Frame): MapFurniture {
  const isTurned = Math.abs(frame.camera.bearing) > 0.05;
  const { northArrow } = furniture;
  const hasArrow = northArrow === "always" || (northArrow === "turned" && isTurned);
  const hasLocator = furniture.hasLocator && frame.width >= LOCATOR_FROM_WIDTH;
  const parts = [
    furniture.hasScaleBar ? drawScaleBar(picture, frame) : null,
    hasArrow ? drawNorthArrow(picture, frame) : null,
    hasLocator ? drawLocator(picture, frame, pointsOf(picture, frame), hasArrow) : null,
  ].filter((part) => part !== null);
  return { markup: parts.map(({ markup }) => markup).join(""), boxes: parts.map(({ box }) => box) };
}

/** Where the picture has something to look at: its points, and the vertices of its lines and borders. */
function pointsOf({ layers }: Picture, frame: Frame): Pixel[] {
  return layers.flatMap(({ layer, features }) =>
    features.flatMap(({ geometry }) => {
      if (geometry?.type === "Point") {
        const pixel = frame.toPixel(geometry.coordinates);
        return layer.draw === "symbol" ? [pixel, pixel, pixel] : [pixel];
      }
      if (geometry?.type !== "LineString" || (layer.draw !== "border" && layer.draw !== "corridor")) return [];
      return geometry.coordinates.map((position) => frame.toPixel(position));
    }),
  );
}
