import { bandEdges, bandOf, fromUtm, toUtm, utmZone } from "./utm";

const COLUMNS = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"] as const;
const ROWS = "ABCDEFGHJKLMNPQRSTUV";
const SQUARE_METERS = 100_000;
const METERS_PER_DEGREE = 111_320;
/** The northing of the equator as the south counts. */
const EQUATOR_METERS = 10_000_000;
/** Squares at the edge of a zone are cut by it, and their middle may lie beyond. */
const METERS_OF_SLACK = 100;
/** Rows of squares repeat after this many metres of northing. */
const CYCLE_METERS = ROWS.length * SQUARE_METERS;

const columnsOf = (zone: number) => COLUMNS[(zone - 1) % 3] ?? "";
/** Rows of even zones begin at F. */
const shiftOf = (zone: number) => (zone % 2 === 0 ? 5 : 0);

/**
 * A position in degrees on WGS84 as a square of the Military Grid Reference System, with `digits` (0 to 5) for each
 * coordinate: 5 for a square of a metre, 1 for ten kilometres. Null beyond 80° S and 84° N. By NGA.STND.0037 (2014).
 */
export function toMgrs(lng: number, lat: number, digits: number): string | null {
  const band = bandOf(lat);
  if (band === null) return null;
  const { zone, isNorth, eastingMeters, northingMeters } = toUtm(lng, lat);
  // So near the equator that its northing is rounded onto it: the squares from there on are those of the north.
  const letter = !isNorth && northingMeters >= EQUATOR_METERS ? "N" : band;
  const column = columnsOf(zone)[Math.floor(eastingMeters / SQUARE_METERS) - 1];
  const row = ROWS[(Math.floor(northingMeters / SQUARE_METERS) + shiftOf(zone)) % ROWS.length];
  // Grid references are cut, never rounded: they name the square that the position lies in.
  const figures = (meters: number) =>
    digits === 0
      ? ""
      : ` ${String(Math.floor(meters % SQUARE_METERS))
          .padStart(5, "0")
          .slice(0, digits)}`;
  return `${zone}${letter} ${column}${row}${figures(eastingMeters)}${figures(northingMeters)}`;
}

/** Whether a square whose middle is at `lng`, `lat` reaches into its zone: toward the poles most columns do not. */
function isNearZone(zone: number, lng: number, lat: number, halfMeters: number): boolean {
  const halfDegrees = (halfMeters + METERS_OF_SLACK) / (METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  return [-halfDegrees, 0, halfDegrees].some((aside) => utmZone(lng + aside, lat) === zone);
}

/** The middle of a square and how far its edges are from there, in metres. */
export interface MgrsSquare {
  readonly lng: number;
  readonly lat: number;
  readonly halfMeters: number;
}

/**
 * The square that a grid reference names: zone, band, the letters of its 100 km square, and the same number of digits
 * for each coordinate. Null when there is no such square, as with a letter that its zone does not have.
 */
export function fromMgrs(zone: number, band: string, square: string, east: string, north: string): MgrsSquare | null {
  const edges = bandEdges(band);
  const column = columnsOf(zone).indexOf(square[0] ?? "?");
  const row = ROWS.indexOf(square[1] ?? "?");
  if (!edges || column < 0 || row < 0 || zone < 1 || zone > 60) return null;
  const unit = 10 ** (5 - east.length);
  const halfMeters = unit / 2;
  const eastingMeters = (column + 1) * SQUARE_METERS + Number(east) * unit + halfMeters;
  const first = ((row - shiftOf(zone) + ROWS.length) % ROWS.length) * SQUARE_METERS + Number(north) * unit + halfMeters;
  const isNorth = band >= "N";
  // Squares at the edge of a band belong to it as a whole, though their middle may lie beyond.
  const slack = 1 + (halfMeters * 2) / 100_000;
  for (let northingMeters = first; northingMeters < EQUATOR_METERS; northingMeters += CYCLE_METERS) {
    const { lng, lat } = fromUtm({ zone, isNorth, eastingMeters, northingMeters });
    if (lat >= edges[0] - slack && lat <= edges[1] + slack) {
      return isNearZone(zone, lng, lat, halfMeters) ? { lng, lat, halfMeters } : null;
    }
  }
  return null;
}
