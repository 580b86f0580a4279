import { fromMgrs } from "../geo/mgrs";
import { bandEdges, fromUtm } from "../geo/utm";
import { type CoordinateAnswer, choice, position, type Reading, refused } from "./coordinate-answer";

const MGRS = /^(\d{1,2})\s*([A-Z])\s*([A-Z])\s*([A-Z])\s*([\d\s]*)$/;
const ZONE = "(?:ZONE\\s*)?(\\d{1,2})\\s*([A-Z])?";
const EASTING = "E?\\s*(\\d{5,7}(?:\\.\\d+)?)\\s*(?:M\\s*E?|E)?";
const NORTHING = "N?\\s*(\\d{1,8}(?:\\.\\d+)?)\\s*(?:M\\s*N?|N)?";
const ZONE_FIRST = new RegExp(`^${ZONE}[\\s,;:]+${EASTING}[\\s,;]+${NORTHING}$`);
const ZONE_LAST = new RegExp(`^${EASTING}[\\s,;]+${NORTHING}[\\s,;]+${ZONE}$`);
/** Two figures in metres with nothing that says of which zone. */
const ZONELESS = /^E?\s*\d{6}(?:\.\d+)?\s*M?\s*E?[\s,;]+N?\s*\d{6,8}(?:\.\d+)?\s*M?\s*N?$/;

/** How far beyond the edge of its band a position may lie, in degrees: figures are rounded to metres. */
const BAND_SLACK = 0.001;

function readMgrs(zone: string, band: string, square: string, figures: string): CoordinateAnswer {
  const groups = figures.trim().split(/\s+/);
  const digits = groups.join("");
  const isEven = digits.length % 2 === 0 && digits.length <= 10;
  const isSplitInHalf = groups.length === 1 || (groups.length === 2 && groups[0]?.length === groups[1]?.length);
  if (!isEven || !isSplitInHalf) return refused("odd_grid");
  const half = digits.length / 2;
  const read = fromMgrs(Number(zone), band, square, digits.slice(0, half), digits.slice(half));
  if (!read) return refused("wrong_band");
  return position(read.lat, read.lng, half === 5 ? null : read.halfMeters);
}

function readUtm(zone: number, letter: string, eastingMeters: number, northingMeters: number): CoordinateAnswer {
  const isInZone = zone >= 1 && zone <= 60 && eastingMeters >= 100_000 && eastingMeters < 1_000_000;
  if (!isInZone || northingMeters > 10_000_000) return refused("out_of_range");
  const on = (isNorth: boolean): Reading => fromUtm({ zone, isNorth, eastingMeters, northingMeters });
  if (letter === "") return choice([on(true), on(false)]);
  const edges = bandEdges(letter);
  if (!edges) return refused("unreadable");
  const [south, north] = edges;
  const inBand = on(letter >= "N");
  const fits = inBand.lat >= south - BAND_SLACK && inBand.lat <= north + BAND_SLACK;
  // N and S are hemispheres to some and bands to others; the bands N and S both lie in the north.
  if (letter === "N") return position(on(true).lat, on(true).lng);
  if (letter === "S") {
    const southern = on(false);
    return fits ? { kind: "ambiguous", readings: [inBand, southern] } : position(southern.lat, southern.lng);
  }
  return fits ? position(inBand.lat, inBand.lng) : refused("wrong_band");
}

/** The position that `text` (ASCII digits) states as UTM or MGRS coordinates, or null when it looks like neither. */
export function fromGrid(text: string): CoordinateAnswer | null {
  const plain = text
    .toUpperCase()
    .replace(/\b(?:UTM|MGRS|WGS\s?84)\b:?/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, zone, band, column, row, figures] = MGRS.exec(plain) ?? [];
  if (zone !== undefined && band && column && row) return readMgrs(zone, band, column + row, figures ?? "");
  const first = ZONE_FIRST.exec(plain);
  if (first) return readUtm(Number(first[1]), first[2] ?? "", Number(first[3]), Number(first[4]));
  const last = ZONE_LAST.exec(plain);
  if (last) return readUtm(Number(last[3]), last[4] ?? "", Number(last[1]), Number(last[2]));
  return ZONELESS.test(plain) ? refused("no_zone") : null;
}
