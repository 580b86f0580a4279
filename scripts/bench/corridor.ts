import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { buffer } from "@turf/buffer";
import { featureCollection, polygon } from "@turf/helpers";
import { union } from "@turf/union";
import { circle } from "../../src/geo/circle";
import { lineCorridor } from "../../src/geo/corridor";
import { withinTest } from "../../src/geo/membership";
import { bestFoot, nearestExact } from "../../src/geo/nearest-exact";
import { outlineOfRings } from "../../src/geo/outline";
import { ROOT } from "../setup.mjs";
import { averageMilliseconds, type Bench, longRatios, type Measurement, summarise } from "./measurement";
import { fullDetail, scatteredPoints, seededRandom, smallScale } from "./subjects";

const LIMIT_MILLISECONDS = 15 * 60_000;
const ROUNDS = 2;

function fullDetailCorridor(): Measurement {
  const script = join(ROOT, "scripts/bench/turf-buffer-once.ts");
  const result = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: LIMIT_MILLISECONDS,
    killSignal: "SIGKILL",
  });
  const isStopped = result.signal !== null;
  if (!isStopped && result.status !== 0) throw new Error(`turf.buffer failed: ${result.stderr}`);
  const turf = isStopped ? LIMIT_MILLISECONDS : Number(result.stdout);
  const { line } = fullDetail();
  const ours = Array.from({ length: 3 }, () => averageMilliseconds(() => lineCorridor(line, 5000), turf));
  const outcome = isStopped ? "stopped after 15 minutes, which counts" : "run once";
  return summarise(
    "corridor of 5 km, full detail",
    ours.map((milliseconds) => turf / milliseconds),
    { atLeast: 25 },
    `against turf.buffer with default steps, ${outcome} (${(turf / 1000).toFixed(1)} s)`,
  );
}

function smallScaleCorridor(): Measurement {
  const { line, feature } = smallScale();
  const ours = () => lineCorridor(line, 50_000);
  const turf = () => buffer(feature, 50, { units: "kilometers" });
  const note = "against turf.buffer with default steps";
  return summarise("corridor of 50 km, small scale", longRatios(ROUNDS, ours, turf), { atLeast: 3 }, note);
}

function membership(): Measurement {
  const { line, feature } = smallScale();
  const points = scatteredPoints(100_000);
  const at = (index: number): [number, number] => [points[2 * index] as number, points[2 * index + 1] as number];
  const count = points.length / 2;
  const isWithin = withinTest(line, 50_000);
  let wrong = 0;
  for (let index = 0; index < count; index += 10) {
    const exact = bestFoot(nearestExact(line, at(index))).meters <= 50_000;
    if (isWithin(...at(index)) !== exact) wrong++;
  }
  if (wrong > 0) throw new Error(`membership: ${wrong} points are wrong`);
  const ours = () => {
    for (let index = 0; index < count; index++) isWithin(...at(index));
  };
  const turf = () => {
    const outline = buffer(feature, 50, { units: "kilometers" });
    if (!outline) throw new Error("turf.buffer gave nothing");
    for (let index = 0; index < count; index++) booleanPointInPolygon(at(index), outline);
  };
  const note = "100,000 points within 50 km of the small-scale line against turf.buffer and turf.booleanPointInPolygon";
  const found = longRatios(ROUNDS, ours, turf);
  return summarise("membership", found, { atLeast: 40 }, `${note}; 10,000 checked, none wrong`);
}

function unionOfCircles(): Measurement {
  const random = seededRandom(1958);
  const rings = Array.from({ length: 1000 }, () => circle([60 + 4 * random(), 25 + 5 * random()], 25_000, 64));
  const collection = featureCollection(rings.map((ring) => polygon([ring.map(([lng, lat]) => [lng, lat])])));
  const ours = () => outlineOfRings(rings);
  const turf = () => union(collection);
  const note = "1,000 overlapping circles of 64 sides against turf.union";
  return summarise("union of 1,000 circles", longRatios(ROUNDS, ours, turf), { atLeast: 12 }, note);
}

/** Corridors, membership and unions against Turf. */
export const CORRIDOR_BENCHES: readonly Bench[] = [smallScaleCorridor, membership, unionOfCircles, fullDetailCorridor];
