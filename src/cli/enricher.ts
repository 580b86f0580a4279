import type { Ground } from "../geo/ground";
import type { Line } from "../geo/line";
import { locate } from "../geo/locate";
import { bestFoot, nearestExact } from "../geo/nearest-exact";
import type { FastFoot } from "../geo/nearest-fast";
import { isLikelySwapped } from "../geo/position";
import { readNumber } from "./arguments";
import type { NamedPlace } from "./ground";
import { nearestPlaceFinder } from "./nearest-place";

const KINDS = [
  { name: "crossing", group: "crossings" },
  { name: "market", group: "markets" },
  { name: "port", group: "ports" },
] as const;

/** So near to a half-width, the geodesic itself decides. */
const CLOSE_CALL_METERS = 0.01;

/** Figures of one row, in the order of `columns`, and the text of its `error` column. */
export interface Enriched {
  readonly figures: readonly string[];
  readonly error: string;
}

/** Works out the columns that `enrich` appends. */
export interface Enricher {
  readonly columns: readonly string[];
  /** From the two cells of a row. */
  readonly enrich: (lngCell: string, latCell: string) => Enriched;
  readonly unreadable: (reason: string) => Enriched;
}

const toMillimeters = (meters: number): string => String(Math.round(meters * 1e3) / 1e3);
const toDegrees = (degrees: number): string => String(Math.round(degrees * 1e8) / 1e8);

function shorten(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}

function coordinateFault(cell: string, value: number, limit: number, what: string): string | null {
  if (cell.trim() === "") return `${what} is missing`;
  if (Number.isNaN(value)) {
    const hint = /^\s*-?\d+,\d+\s*$/.test(cell) ? " (write a point, not a comma)" : "";
    return `${what} is not a number: ${shorten(cell)}${hint}`;
  }
  return Math.abs(value) > limit ? `${what} is out of range: ${shorten(cell)}` : null;
}

/** An enricher against one line and the places of the atlas; half-widths in metres with the names of their columns. */
export function createEnricher(
  ground: Ground,
  line: Line,
  places: readonly NamedPlace[],
  widths: readonly { readonly column: string; readonly meters: number }[],
): Enricher {
  const nearest = KINDS.map(({ group }) => nearestPlaceFinder(places.filter((place) => place.group === group)));
  const foot: FastFoot = { lng: 0, lat: 0, chainageMeters: 0 };
  const columns = [
    "border_distance_m",
    "border_lon",
    "border_lat",
    "border_chainage_m",
    "side",
    ...KINDS.flatMap(({ name }) => [`nearest_${name}`, `nearest_${name}_m`]),
    ...widths.map(({ column }) => column),
  ];
  const empty = columns.map(() => "");

  const isWithin = (lng: number, lat: number, meters: number, halfWidth: number): boolean => {
    if (Math.abs(meters - halfWidth) > CLOSE_CALL_METERS) return meters <= halfWidth;
    return bestFoot(nearestExact(line, [lng, lat])).meters <= halfWidth;
  };

  const figuresAt = (lng: number, lat: number): string[] => {
    const meters = locate(line, lng, lat, foot);
    const figures = [
      toMillimeters(meters),
      toDegrees(foot.lng),
      toDegrees(foot.lat),
      toMillimeters(foot.chainageMeters),
      ground.sideOf(lng, lat),
    ];
    for (const find of nearest) {
      const place = find(lng, lat);
      figures.push(place?.id ?? "", place ? toMillimeters(place.meters) : "");
    }
    for (const width of widths) figures.push(String(isWithin(lng, lat, meters, width.meters)));
    return figures;
  };

  return {
    columns,
    unreadable: (error) => ({ figures: empty, error }),
    enrich: (lngCell, latCell) => {
      const [lng, lat] = [readNumber(lngCell), readNumber(latCell)];
      const error = coordinateFault(lngCell, lng, 180, "longitude") ?? coordinateFault(latCell, lat, 90, "latitude");
      if (error !== null) return { figures: empty, error };
      return { figures: figuresAt(lng, lat), error: isLikelySwapped([lng, lat]) ? "likely swapped" : "" };
    },
  };
}
