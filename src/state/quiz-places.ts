import type { AtlasFeature } from "../data/feature";
import type { LocalizedName } from "../data/text";
import type { Position } from "../geo/position";
import type { SideAnswer } from "../geo/tasks";

/** Layers that a quiz may ask about: never one of conflict, and nothing that is only an area. */
export const QUIZ_LAYERS = ["border", "crossings", "markets", "ports", "towns", "water", "terrain"] as const;
export type QuizLayer = (typeof QUIZ_LAYERS)[number];

/** A place that pupils may be asked about. */
export interface QuizPlace {
  readonly key: string;
  readonly layer: QuizLayer;
  readonly title: LocalizedName;
  readonly position: Position;
  readonly radiusMeters: number;
  /** The country it lies in; null when its doubt or the line's reaches the border, or it lies in neither. */
  readonly side: "IR" | "PK" | null;
}

/** Kinds of record that make a fair question. Villages, areas and facilities are in the atlas only because of events. */
const FAIR_KINDS = new Set([
  "crossing",
  "market",
  "port",
  "town",
  "capital",
  "tripoint",
  "terminus",
  "river",
  "lake",
  "playa",
  "range",
  "peak",
]);

/** A place known worse than this cannot be pointed at. */
const WORST_RADIUS_METERS = 30_000;

const sideOf = (answer: SideAnswer | undefined) =>
  answer && !answer.ambiguous && (answer.side === "IR" || answer.side === "PK") ? answer.side : null;

/**
 * The places of `layers` that a quiz may ask about. `sides` says for `layer/id` in which country a place lies, as the
 * geodesic engine answers it.
 */
export function quizPlaces(
  features: Iterable<{ readonly layer: { readonly id: string }; readonly feature: AtlasFeature }>,
  layers: readonly QuizLayer[],
  sides: ReadonlyMap<string, SideAnswer>,
): readonly QuizPlace[] {
  const places: QuizPlace[] = [];
  for (const { layer, feature } of features) {
    const asked = layers.find((id) => id === layer.id);
    const { geometry, properties } = feature;
    if (!asked || geometry?.type !== "Point" || !FAIR_KINDS.has(properties.kind) || !("where" in properties)) continue;
    const [lng, lat] = geometry.coordinates;
    const radiusMeters = properties.where?.uncertaintyRadiusM ?? 0;
    if (lng === undefined || lat === undefined || radiusMeters > WORST_RADIUS_METERS) continue;
    const key = `${layer.id}/${feature.id}`;
    const { title } = properties;
    places.push({ key, layer: asked, title, position: [lng, lat], radiusMeters, side: sideOf(sides.get(key)) });
  }
  return places;
}
