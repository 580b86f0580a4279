import type { Sketchbook } from "../data/sketch";
import { type OverlayFeature, overlay } from "./overlay";

/** A circle has more corners than anybody drags; marks on each would hide it. */
const MOST_CORNERS = 40;

/** Marks on the corners that can be dragged: of the shape being drawn, and of the one whose form is open. */
export function sketchHandles({ sketches, draft }: Sketchbook, openId: string | null): readonly OverlayFeature[] {
  const open = sketches.filter(({ id, kind }) => id === openId && (kind === "line" || kind === "area"));
  return [...open, ...(draft ? [draft] : [])]
    .filter(({ vertices }) => vertices.length <= MOST_CORNERS)
    .flatMap(({ vertices }) => vertices)
    .map(([lng, lat], index) => overlay("sketch-vertex", { type: "Point", coordinates: [lng, lat] }, index));
}

/** `overlays` but for such marks. */
export const withoutHandles = (overlays: readonly OverlayFeature[]): readonly OverlayFeature[] =>
  overlays.filter(({ properties }) => properties.role !== "sketch-vertex");
