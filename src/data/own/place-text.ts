import { wktToGeoJSON } from "betterknown";
import type { Geometry } from "geojson";
import { angleIn } from "./figures";
import { checkGeometry, pointOf } from "./geometry";
import type { IntakeRow } from "./intake";
import type { SkipReason } from "./issues";
import { checkDepth } from "./safe-json";

export type Place = Pick<IntakeRow, "point" | "shape" | "vertices">;

function placeOf(geometry: unknown): Place | SkipReason {
  const checked = checkGeometry(geometry);
  if ("reason" in checked) return checked.reason;
  const { geometry: shape, vertices } = checked;
  return shape.type === "Point"
    ? { point: pointOf(shape.coordinates), shape: null, vertices }
    : { point: null, shape, vertices };
}

/** Two figures and what stands between them are no longer. */
const LONGEST_PAIR = 250;
const DIVIDERS = [/\s*[;؛]\s*/, /\s*،\s*/, /\s*,\s+/, /\s*,\s*/, /\s+/];

/** A latitude and a longitude with a comma, a semicolon or a space between them, in brackets or not. */
function placeOfPair(text: string): Place | null {
  if (text.length > LONGEST_PAIR) return null;
  const inside = text.replace(/^[([]\s*|\s*[)\]]$/g, "");
  for (const divider of DIVIDERS) {
    const parts = inside.split(divider);
    if (parts.length !== 2) continue;
    const [lat, lng] = [angleIn(parts[0] ?? "", "lat"), angleIn(parts[1] ?? "", "lng")];
    if (lat !== null && lng !== null) return { point: [lng, lat], shape: null, vertices: 1 };
  }
  return null;
}

function parsed(text: string): unknown {
  if (!text.startsWith("{")) return wktToGeoJSON(text);
  checkDepth(text);
  return JSON.parse(text);
}

/**
 * Where a cell says that its row is: well-known text, GeoJSON, or a latitude and a longitude; else why that cannot be
 * told.
 */
export function placeOfText(text: string): Place | SkipReason {
  let geometry: unknown;
  try {
    geometry = parsed(text);
  } catch {
    return placeOfPair(text) ?? "bad-geometry";
  }
  return geometry ? placeOf(geometry as Geometry) : (placeOfPair(text) ?? "no-position");
}
