import { Readable, Writable } from "node:stream";
import { enrichStream } from "../../src/cli/csv/enrich-stream";
import { createEnricher } from "../../src/cli/enricher";
import { readCountries, readLines, readPlaces } from "../../src/cli/ground";
import { RowReader } from "../../src/data/csv/row-reader";
import { Ground } from "../../src/geo/ground";
import { type Measurement, ratios, summarise } from "./measurement";
import { scatteredPoints } from "./subjects";

const REPEATS = { rounds: 5, blocks: 40 };
const BLOCKS = REPEATS.rounds * REPEATS.blocks;

/** Rows of a block: so many that both sides take some milliseconds. */
const ENRICHED_ROWS = 1000;
const PASSED_ROWS = 10_000;

const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() });

async function passThrough(file: Buffer): Promise<void> {
  const output = nowhere();
  let text = "";
  const reader = new RowReader(",", "\n", (row) => {
    text += row.raw + row.end;
  });
  for await (const piece of Readable.from([file]) as AsyncIterable<Buffer>) {
    reader.push(piece.toString("latin1"));
    output.write(Buffer.from(text, "latin1"));
    text = "";
  }
  reader.finish();
  output.write(Buffer.from(text, "latin1"));
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Seeded points as CSV with a header. */
function file(points: Float64Array, from: number, rows: number): Buffer {
  const row = (index: number) =>
    `${index},place ${index},${points[2 * index]?.toFixed(5)},${points[2 * index + 1]?.toFixed(5)}`;
  const lines = Array.from({ length: rows }, (_, index) => row(from + index));
  return Buffer.from(`id,name,lon,lat\n${lines.join("\n")}\n`);
}

/** Rows per second of `enrich`, against a pass-through that only parses and writes. */
export async function benchEnrich(): Promise<Measurement> {
  const ground = new Ground();
  ground.load({ lines: readLines(undefined), ...readCountries() });
  const widths = [5, 25, 50].map((km) => ({ column: `within_${km}_km`, meters: km * 1000 }));
  const places = readPlaces(["crossings", "markets", "ports"]);
  const enricher = createEnricher(ground, ground.line("border"), places, widths);
  const points = scatteredPoints(BLOCKS * ENRICHED_ROWS);
  const passed = file(points, 0, PASSED_ROWS);
  let quickest = Number.POSITIVE_INFINITY;
  const enrich = async (block: number) => {
    const input = Readable.from([file(points, block * ENRICHED_ROWS, ENRICHED_ROWS)]);
    const taken = await milliseconds(() => enrichStream(input, nowhere(), enricher, "seeded points"));
    quickest = Math.min(quickest, taken);
    return taken;
  };
  const pass = () => milliseconds(() => passThrough(passed));
  const found = await ratios(REPEATS, { units: PASSED_ROWS, run: pass }, { units: ENRICHED_ROWS, run: enrich });
  const rate = Math.round(ENRICHED_ROWS / quickest);
  const note = `${points.length / 2} rows with 14 figures each ÷ a pass-through that parses and writes; at best ${rate},000 rows a second`;
  return summarise("enrich", found, { atMost: 30 }, note);
}
