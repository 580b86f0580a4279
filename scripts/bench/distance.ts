import { pointToLineDistance } from "@turf/point-to-line-distance";
import { writeEcef } from "../../src/geo/ellipsoid";
import { nearestExact, nearestFast } from "../../src/geo/nearest-on-line";
import { type Measurement, processorMilliseconds, rounds, summarise } from "./measurement";
import { fullDetail, type Subject, scatteredPoints, smallScale } from "./subjects";

const POINTS = 100_000;
const EXACT_POINTS = 10_000;
const TURF_POINTS = 40;
const ROUNDS = 5;

function against(subject: Subject, fastFloor: number, exactFloor: number): Measurement[] {
  const points = scatteredPoints(POINTS);
  const { line, feature, name } = subject;
  const at = (index: number): [number, number] => [points[2 * index] ?? 0, points[2 * index + 1] ?? 0];
  const each = (count: number, visit: (lng: number, lat: number) => void) =>
    processorMilliseconds(() => {
      for (let index = 0; index < count; index++) visit(...at(index));
    }) / count;
  const turf = () => each(TURF_POINTS, (lng, lat) => pointToLineDistance([lng, lat], feature));
  const fast = () => each(POINTS, (lng, lat) => nearestFast(line, lng, lat));
  const exact = () => each(EXACT_POINTS, (lng, lat) => nearestExact(line, [lng, lat]));
  const extrapolated = `Turf on the first ${TURF_POINTS} of the same points, extrapolated`;
  return [
    summarise(
      `distance, ${name}`,
      rounds(ROUNDS, fast, turf),
      { atLeast: fastFloor },
      `${POINTS} seeded points against turf.pointToLineDistance; ${extrapolated}`,
    ),
    summarise(
      `exact distance, place and chainage, ${name}`,
      rounds(ROUNDS, exact, turf),
      { atLeast: exactFloor },
      `${EXACT_POINTS} seeded points against turf.pointToLineDistance; ${extrapolated}`,
    ),
  ];
}

/** One million distances against the bare trigonometry of turning a million points into x, y, z. */
function againstTrigonometry({ line, name }: Subject): Measurement {
  const points = scatteredPoints(1_000_000);
  const ecef = new Float64Array(3);
  const each = (visit: (lng: number, lat: number) => void) =>
    processorMilliseconds(() => {
      for (let at = 0; at < points.length; at += 2) visit(points[at] as number, points[at + 1] as number);
    });
  const trigonometry = () => each((lng, lat) => writeEcef(lng, lat, ecef, 0));
  const distances = () => each((lng, lat) => nearestFast(line, lng, lat));
  return summarise(
    "one million distances against bare trigonometry",
    rounds(3, trigonometry, distances),
    { atMost: 60 },
    `distances to the ${name} line ÷ lng, lat → x, y, z of the same million points`,
  );
}

export function benchDistance(): Measurement[] {
  const full = fullDetail();
  return [...against(full, 20_000, 3_000), ...against(smallScale(), 1_000, 150), againstTrigonometry(full)];
}
