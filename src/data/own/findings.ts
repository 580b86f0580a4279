import type { Findings } from "./decisions";
import type { Intake } from "./intake";
import { PROJECTIONS, projectionNamed, toDegrees } from "./projection";

/** The wider region of the atlas: Iran, Pakistan and their neighbours. */
const isInRegion = (lng: number, lat: number) => lng >= 43 && lng <= 78 && lat >= 20 && lat <= 45;
const isOnEarth = (lng: number, lat: number) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

const scratch = new DataView(new ArrayBuffer(16));

/** 53 bits of a row's position, date and title, by which rows that are the same are found. */
function fingerprint(x: number, y: number, start: number, title: Uint8Array): number {
  scratch.setFloat64(0, x);
  scratch.setFloat64(8, y);
  let [low, high] = [start | 0, 0x9e3779b9];
  for (let at = 0; at < 16; at += 4) {
    const word = scratch.getUint32(at);
    low = Math.imul(low ^ word, 0x85ebca6b);
    high = Math.imul(high ^ (word + at), 0xc2b2ae35);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  for (const byte of title) {
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high + byte, 0x27d4eb2f) ^ (high >>> 11);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** Marks every row that repeats the position, date, title and shape of an earlier one. */
export function duplicateRows(intake: Intake): Uint8Array {
  const [x, y, start] = [intake.x.take(), intake.y.take(), intake.start.take()];
  const titles = intake.titles.take();
  const seen = new Set<number>();
  const marks = new Uint8Array(x.length);
  for (let row = 0; row < x.length; row++) {
    const from = row === 0 ? 0 : (titles.ends[row - 1] ?? 0);
    const title = titles.bytes.subarray(from, titles.ends[row]);
    const isUntitled = title[0] === 35;
    const key = fingerprint(x[row] ?? 0, y[row] ?? 0, start[row] ?? 0, isUntitled ? new Uint8Array() : title);
    if (seen.has(key)) marks[row] = 1;
    else seen.add(key);
  }
  return marks;
}

/** True when more than half of the rows with a position say so. */
const isMost = (count: number, all: number) => all > 0 && count > all / 2;

/** What is to be asked about the rows of `intake`; `crs` is the coordinate system that the file names. */
export function findingsOf(intake: Intake, crs: string | null): Findings {
  const [x, y] = [intake.x.take(), intake.y.take()];
  let [positions, asGiven, swapped, beyond, nullIsland] = [0, 0, 0, 0, 0];
  let first = -1;
  for (let row = 0; row < x.length; row++) {
    const [lng, lat] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN];
    if (Number.isNaN(lng)) continue;
    positions++;
    if (first < 0) first = row;
    if (lng === 0 && lat === 0) nullIsland++;
    if (!isOnEarth(lng, lat)) beyond++;
    if (isInRegion(lng, lat)) asGiven++;
    else if (isInRegion(lat, lng)) swapped++;
  }
  const named = crs === null ? "degrees" : projectionNamed(crs);
  const isProjected = isMost(beyond, positions) && !isMost(swapped, positions);
  const readings = PROJECTIONS.flatMap((projection) => {
    const [lng, lat] = toDegrees(projection)(x[first] ?? Number.NaN, y[first] ?? Number.NaN);
    return isOnEarth(lng, lat) ? [{ projection, lng, lat }] : [];
  });
  const duplicates = duplicateRows(intake).reduce((sum, mark) => sum + mark, 0);
  return {
    swapped: isMost(swapped, positions) && asGiven < positions / 10 ? swapped : 0,
    projected: isProjected || named !== "degrees" ? { count: beyond, crs, readings } : null,
    nullIsland,
    duplicates,
    numberedDates: intake.numberedDates,
  };
}
