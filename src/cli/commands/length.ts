import { createEngine } from "../../geo/engine";
import type { Command } from "../command";
import { lineName, readLines } from "../ground";
import { printJson, roundMeters } from "../output";
import { UsageError } from "../usage-error";

/** `sarhad length`: how long a line is, as the sum of the geodesics between its vertices. */
export const length: Command = {
  name: "length",
  usage: "length border|border-200m|CORRIDOR-ID|FILE.geojson [--border FILE.geojson]",
  flags: ["border"],
  mostRest: 1,
  run: async (given) => {
    const [name] = given.rest;
    if (name === undefined) throw new UsageError("length: of what? border, border-200m, a corridor id or a file");
    const { id, file } = lineName(given, name);
    const engine = createEngine();
    engine.load({ lines: readLines(file) });
    const { line } = engine.answer("positionAt", { line: id, chainageMeters: 0 });
    const { meters, vertices, dataErrorMeters } = line;
    printJson({ line: id, meters: roundMeters(meters), vertices, dataErrorMeters, method: "wgs84-geodesic" });
    return 0;
  },
};
