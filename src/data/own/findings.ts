import type { Geometry } from "geojson";
import { textAt } from "./columns";
import type { Findings } from "./decisions";
import { eachPosition } from "./geometry";
import type { Intake } from "./intake";
import { loadToDegrees, PROJECTIONS, projectionNamed } from "./projection";

/** The wider region of the atlas: Iran, Pakistan and their neighbours. */
const isInRegion = (lng: number, lat: number) => lng >= 43 && lng <= 78 && lat >= 20 && lat <= 45;
const isOnEarth = (lng: number, lat: number) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** Marks every row that is the same as an earlier one: place, shape and all cells. */
export function duplicateRows(intake: Intake): Uint8Array {
  const seen = new Set<number>();
  return Uint8Array.from(intake.fingerprint.take(), (fingerprint) => {
    const isRepeated = seen.has(fingerprint);
    seen.add(fingerprint);
    return Number(isRepeated);
  });
}

/** True for a geometry of which nothing lies anywhere but at 0°, 0°. */
function isAtNull(geometry: Geometry): boolean {
  let isWhole = true;
  eachPosition(geometry, ([x, y]) => {
    if (x !== 0 || y !== 0) isWhole = false;
  });
  return isWhole;
}

/** The rows at 0°, 0°. Shapes whose extent has its middle there, as the whole world has, are none of them. */
export function nullRows(intake: Intake): ReadonlySet<number> {
  const [x, y] = [intake.x.take(), intake.y.take()];
  const found = new Set<number>();
  for (let row = 0; row < x.length; row++) if (x[row] === 0 && y[row] === 0) found.add(row);
  if (found.size === 0 || !intake.hasShapes) return found;
  const shapes = intake.shapes.take();
  for (const row of found) {
    const shape = textAt(shapes, row);
    if (shape !== "" && !isAtNull(JSON.parse(shape) as Geometry)) found.delete(row);
  }
  return found;
}

/** True when more than half of the rows with a position say so. */
const isMost = (count: number, all: number) => all > 0 && count > all / 2;

/** Where a position lies by each reading that puts it on the earth. */
async function readingsOf(x: number, y: number) {
  const converters = await Promise.all(PROJECTIONS.map(loadToDegrees));
  return PROJECTIONS.flatMap((projection, at) => {
    const [lng = Number.NaN, lat = Number.NaN] = converters[at]?.(x, y) ?? [];
    return isOnEarth(lng, lat) ? [{ projection, lng, lat }] : [];
  });
}

/** What is to be asked about the rows of `intake`; `crs` is the coordinate system that the file names. */
export async function findingsOf(intake: Intake, crs: string | null): Promise<Findings> {
  const [x, y] = [intake.x.take(), intake.y.take()];
  let [positions, asGiven, swapped, beyond] = [0, 0, 0, 0];
  let first = -1;
  for (let row = 0; row < x.length; row++) {
    const [lng, lat] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN];
    if (Number.isNaN(lng)) continue;
    positions++;
    if (first < 0) first = row;
    if (!isOnEarth(lng, lat)) beyond++;
    if (isInRegion(lng, lat)) asGiven++;
    else if (isInRegion(lat, lng)) swapped++;
  }
  const named = crs === null ? "degrees" : projectionNamed(crs);
  const isProjected = (isMost(beyond, positions) && !isMost(swapped, positions)) || named !== "degrees";
  const readings = isProjected ? await readingsOf(x[first] ?? Number.NaN, y[first] ?? Number.NaN) : [];
  const duplicates = duplicateRows(intake).reduce((sum, mark) => sum + mark, 0);
  return {
    swapped: isMost(swapped, positions) && asGiven < positions / 10 ? swapped : 0,
    projected: isProjected ? { count: beyond, crs, readings } : null,
    nullIsland: nullRows(intake).size,
    duplicates,
    numberedDates: intake.days.numbered,
  };
}
