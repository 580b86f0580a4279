import { createEngine, type Engine } from "../../geo/engine";
import { isLikelySwapped, type Position } from "../../geo/position";
import { type Arguments, needFlag, readLonLat, readNumber } from "../arguments";
import type { Command } from "../command";
import { lineName, readCountries, readLines } from "../ground";
import { printJson, roundDegrees, roundMeters } from "../output";
import { UsageError } from "../usage-error";

const roundPosition = ([lng, lat]: Position) => [roundDegrees(lng), roundDegrees(lat)];

function readRadius({ flags }: Arguments): number {
  const text = flags.get("radius-m") ?? "0";
  const radius = readNumber(text);
  if (!(radius >= 0)) throw new UsageError(`--radius-m: not a number of metres: ${text}`);
  return radius;
}

function toPoint(engine: Engine, from: Position, to: Position, fromRadiusMeters: number) {
  const answer = engine.answer("distance", { from, to, fromRadiusMeters });
  return {
    from,
    to,
    meters: roundMeters(answer.meters),
    initialBearing: roundDegrees(answer.initialBearingDegrees),
    finalBearing: roundDegrees(answer.finalBearingDegrees),
    lowMeters: roundMeters(answer.estimate.lowMeters),
    highMeters: roundMeters(answer.estimate.highMeters),
    method: answer.method,
  };
}

function toLine(engine: Engine, from: Position, line: string, radiusMeters: number) {
  const answer = engine.answer("toLine", { from, line, radiusMeters });
  return {
    from,
    to: line,
    meters: roundMeters(answer.meters),
    initialBearing: roundDegrees(answer.initialBearingDegrees),
    finalBearing: roundDegrees(answer.finalBearingDegrees),
    nearest: roundPosition(answer.nearest),
    chainageMeters: roundMeters(answer.chainageMeters),
    side: answer.side,
    ambiguous: answer.ambiguous,
    // Several places within a metre of the least distance: all of them, along the line.
    ...(answer.feet.length > 1 && {
      ties: answer.feet.map(({ position, meters, chainageMeters }) => ({
        nearest: roundPosition(position),
        meters: roundMeters(meters),
        chainageMeters: roundMeters(chainageMeters),
      })),
    }),
    lowMeters: roundMeters(answer.estimate.lowMeters),
    highMeters: roundMeters(answer.estimate.highMeters),
    line: { ...answer.line, meters: roundMeters(answer.line.meters) },
    method: answer.method,
  };
}

/** `sarhad distance`: from a point to another, or to a line. */
export const distance: Command = {
  name: "distance",
  usage: "distance --from LON,LAT --to LON,LAT|border|LINE-ID [--radius-m METRES] [--border FILE.geojson]",
  flags: ["from", "to", "radius-m", "border"],
  mostRest: 0,
  run: async (given) => {
    const from = readLonLat(needFlag(given, "from"), "from");
    const target = needFlag(given, "to");
    const radius = readRadius(given);
    const engine = createEngine();
    const to = target.includes(",") ? readLonLat(target, "to") : null;
    const swapped = [from, to].some((position) => position && isLikelySwapped(position));
    const warnings = swapped ? { warnings: ["likely swapped"] } : {};
    if (to) {
      printJson({ ...toPoint(engine, from, to, radius), ...warnings });
      return 0;
    }
    const { id, file } = lineName(given, target);
    engine.load({ lines: readLines(file), ...readCountries() });
    printJson({ ...toLine(engine, from, id, radius), ...warnings });
    return 0;
  },
};
