import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, realpathSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { checkHalfWidth } from "../../geo/corridor";
import { Ground } from "../../geo/ground";
import { readKilometers } from "../arguments";
import type { Command } from "../command";
import { enrichStream } from "../csv/enrich-stream";
import { createEnricher } from "../enricher";
import { lineName, readCountries, readLines, readPlaces } from "../ground";
import { systemReason } from "../output";
import { UsageError } from "../usage-error";

const READ_BYTES = 1 << 18;

async function openInput(path: string): Promise<Readable> {
  if (path === "-") return process.stdin;
  const stream = createReadStream(path, { highWaterMark: READ_BYTES });
  try {
    await once(stream, "open");
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${systemReason(error)}`);
  }
  return stream;
}

async function openOutput(path: string): Promise<Writable> {
  if (path === "-") return process.stdout;
  const stream = createWriteStream(path);
  try {
    await once(stream, "open");
  } catch (error) {
    throw new UsageError(`--out: cannot write ${path}: ${systemReason(error)}`);
  }
  return stream;
}

function readWidths(text: string | undefined): { column: string; meters: number }[] {
  if (text === undefined) return [];
  return text.split(",").map((part) => {
    const meters = checkHalfWidth(readKilometers(part, "within-km"));
    return { column: `within_${meters / 1000}_km`, meters };
  });
}

/** `sarhad enrich`: appends figures to every row of a CSV file, as a stream. */
export const enrich: Command = {
  name: "enrich",
  usage: "enrich [IN.csv|-] [--out FILE|-] [--within-km 5,25,50] [--border FILE.geojson]",
  flags: ["out", "within-km", "border"],
  mostRest: 1,
  run: async (given) => {
    const [from = "-"] = given.rest;
    const to = given.flags.get("out") ?? "-";
    const widths = readWidths(given.flags.get("within-km"));
    if (from !== "-" && existsSync(from) && existsSync(to) && realpathSync(from) === realpathSync(to)) {
      throw new UsageError(`--out: ${to} is the input itself`);
    }
    const { id, file } = lineName(given, "border");
    // A file that cannot be read is told before the lines are, which take their time.
    const input = await openInput(from);
    const output = await openOutput(to);
    const ground = new Ground();
    ground.load({ lines: readLines(file), ...readCountries() });
    const enricher = createEnricher(ground, ground.line(id), readPlaces(["crossings", "markets", "ports"]), widths);
    const source = from === "-" ? "standard input" : from;
    const report = await enrichStream(input, output, enricher, source);
    if (report !== null) process.stderr.write(`${source}: ${report}\n`);
    if (output !== process.stdout) {
      output.end();
      await once(output, "finish");
    }
    return 0;
  },
};
