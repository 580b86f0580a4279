import type { Language } from "../data/text";
import { DEFAULT_EMBED_OPTIONS, type EmbedOptions } from "./embed-options";

/** Layers of the fixed link vocabulary, in legend order. */
export const LAYER_IDS = [
  "border",
  "crossings",
  "markets",
  "strikes",
  "incidents",
  "agreements",
  "ports",
  "corridors",
  "memberships",
  "provinces",
  "districts",
  "towns",
  "water",
  "terrain",
] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** Where the map looks: zoom as in Web Mercator tiles of 512 px, degrees otherwise. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** A feature by its layer and id. */
export interface FeatureReference {
  readonly layer: string;
  readonly id: string;
}

/** A period of days, both included, as ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** One end of a measurement: a feature, a position, or the border line. */
export type MeasureEnd =
  | { readonly kind: "feature"; readonly reference: FeatureReference }
  | { readonly kind: "position"; readonly lng: number; readonly lat: number }
  | { readonly kind: "border" };

/** What lies along what, and how far to each side, in metres. */
export interface CorridorRequest {
  readonly along: string;
  readonly halfWidthMeters: number;
}

export type Theme = "light" | "dark" | "auto";
export type Chrome = "full" | "embed";

/**
 * Everything a link can say. The same value is the permalink, an embed, a lesson step, an undo step and a printed page.
 * `null` means “not asked for”; the reader's own settings or the default apply.
 */
export interface View {
  readonly camera: Camera;
  readonly layers: readonly LayerId[];
  readonly selected: FeatureReference | null;
  readonly period: Period | null;
  /** Filters by name, each with the values let through. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly language: Language | null;
  readonly theme: Theme | null;
  readonly from: MeasureEnd | null;
  readonly to: MeasureEnd | null;
  /** Vertices of a measured line or area, in order. */
  readonly measure: readonly (readonly [lng: number, lat: number])[];
  readonly corridors: readonly CorridorRequest[];
  readonly lesson: { readonly id: string; readonly step: number } | null;
  /** A lesson of the reader's own, packed as `packText` of lesson-link.ts writes it; played as the lesson `own`. */
  readonly ownLesson: string | null;
  readonly pin: string | null;
  readonly data: string | null;
  /** How the view behaves inside another page; the atlas itself only carries it along. */
  readonly embed: EmbedOptions;
}

/** The whole border with both its ends, as the first visit shows it on a wide window. */
export const HOME_CAMERA: Camera = { zoom: 5.6, lat: 27.55, lng: 62.1, bearing: 0, pitch: 0 };

/** The view of a link that says nothing. */
export const START_VIEW: View = {
  camera: HOME_CAMERA,
  layers: ["border", "crossings", "markets", "strikes", "ports", "corridors", "provinces", "towns"],
  selected: null,
  period: null,
  filters: {},
  language: null,
  theme: null,
  from: null,
  to: null,
  measure: [],
  corridors: [],
  lesson: null,
  ownLesson: null,
  pin: null,
  data: null,
  embed: DEFAULT_EMBED_OPTIONS,
};
