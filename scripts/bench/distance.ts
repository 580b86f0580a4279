import { pointToLineDistance } from "@turf/point-to-line-distance";
import { writeEcef } from "../../src/geo/ellipsoid";
import { nearestExact } from "../../src/geo/nearest-exact";
import { nearestFast } from "../../src/geo/nearest-fast";
import { type Bench, type Measurement, processorMilliseconds, ratios, summarise, type Work } from "./measurement";
import { fullDetail, type Subject, scatteredPoints, smallScale } from "./subjects";

const POINTS = 100_000;
const EXACT_POINTS = 10_000;
const TURF_POINTS = 40;
const REPEATS = { rounds: 5, blocks: 8 };
const BLOCKS = REPEATS.rounds * REPEATS.blocks;

/** Work on seeded points, cut into equal blocks. */
function onPoints(count: number, blocks: number, visit: (lng: number, lat: number) => void): Work {
  const points = scatteredPoints(count);
  const units = count / blocks;
  const run = (block: number) =>
    processorMilliseconds(() => {
      for (let index = block * units; index < (block + 1) * units; index++) {
        visit(points[2 * index] as number, points[2 * index + 1] as number);
      }
    });
  return { units, run };
}

function against(subject: Subject, fastFloor: number, exactFloor: number): Bench[] {
  const { line, feature, name } = subject;
  const turf = onPoints(TURF_POINTS, BLOCKS, (lng, lat) => pointToLineDistance([lng, lat], feature));
  const fast = onPoints(POINTS, BLOCKS, (lng, lat) => nearestFast(line, lng, lat));
  const exact = onPoints(EXACT_POINTS, BLOCKS, (lng, lat) => nearestExact(line, [lng, lat]));
  const extrapolated = `Turf on the first ${TURF_POINTS} of the same points, extrapolated`;
  return [
    async () =>
      summarise(
        `distance, ${name}`,
        await ratios(REPEATS, fast, turf),
        { atLeast: fastFloor },
        `${POINTS} seeded points against turf.pointToLineDistance; ${extrapolated}`,
      ),
    async () =>
      summarise(
        `exact distance, place and chainage, ${name}`,
        await ratios(REPEATS, exact, turf),
        { atLeast: exactFloor },
        `${EXACT_POINTS} seeded points against turf.pointToLineDistance; ${extrapolated}`,
      ),
  ];
}

/** One million distances against the bare trigonometry of turning a million points into x, y, z. */
async function againstTrigonometry({ line, name }: Subject): Promise<Measurement> {
  const ecef = new Float64Array(3);
  const repeats = { rounds: 5, blocks: 40 };
  const blocks = repeats.rounds * repeats.blocks;
  const trigonometry = onPoints(1_000_000, blocks, (lng, lat) => writeEcef(lng, lat, ecef, 0));
  const distances = onPoints(1_000_000, blocks, (lng, lat) => nearestFast(line, lng, lat));
  return summarise(
    "one million distances against bare trigonometry",
    await ratios(repeats, trigonometry, distances),
    { atMost: 60 },
    `distances to the ${name} line ÷ lng, lat → x, y, z of the same million points`,
  );
}

const full = fullDetail();

/** Distances to the border against Turf, and against the bare trigonometry that any distance needs. */
export const DISTANCE_BENCHES: readonly Bench[] = [
  ...against(full, 20_000, 3_000),
  ...against(smallScale(), 1_000, 150),
  () => againstTrigonometry(full),
];
