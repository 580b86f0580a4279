import type { Feature, Geometry } from "geojson";

/** What a computed shape on the map stands for; the drawing of each is the style's business. */
export type OverlayRole =
  | "measure-line"
  | "measure-area"
  | "measure-vertex"
  | "sketch-vertex"
  | "distance-line"
  | "distance-end"
  | "flat-line"
  | "corridor-area"
  | "combined-area"
  | "generalised-line"
  | "border-position"
  | "own-group";

export interface OverlayProperties {
  readonly role: OverlayRole;
  /** Place in its row: the vertex's or the corridor's number from 0. */
  readonly index: number;
  /** A text to draw beside it, already in the reader's language and digits; empty for none. */
  readonly label: string;
  /** What was measured of it, for whoever explains it in words. */
  readonly figures?: OverlayFigures;
}

/** A length in metres known to `errorMeters`, and the area in square metres that the line encloses, if any. */
export interface OverlayFigures {
  readonly meters: number;
  readonly errorMeters: number;
  readonly squareMeters: number | null;
}

/** A computed shape, drawn above the layers and below their symbols. */
export type OverlayFeature = Feature<Geometry, OverlayProperties>;

/** An overlay feature of `role`. */
export function overlay(role: OverlayRole, geometry: Geometry, index = 0, label = ""): OverlayFeature {
  return { type: "Feature", geometry, properties: { role, index, label } };
}

/** An overlay feature of a line that was measured. */
export function measuredLine(
  role: "measure-line" | "distance-line",
  geometry: Geometry,
  figures: OverlayFigures,
): OverlayFeature {
  return { type: "Feature", geometry, properties: { role, index: 0, label: "", figures } };
}
