import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { enrichStream } from "../../src/cli/csv/enrich-stream";
import { RowReader } from "../../src/cli/csv/row-reader";
import { createEnricher } from "../../src/cli/enricher";
import { readCountries, readLines, readPlaces } from "../../src/cli/ground";
import { Ground } from "../../src/geo/ground";
import { type Measurement, summarise } from "./measurement";
import { scatteredPoints } from "./subjects";

const ROWS = 200_000;
const ROUNDS = 3;

const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() });

async function passThrough(path: string): Promise<void> {
  const output = nowhere();
  let text = "";
  const reader = new RowReader(",", "\n", (row) => {
    text += row.raw + row.end;
  });
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    reader.push(piece.toString("latin1"));
    output.write(Buffer.from(text, "latin1"));
    text = "";
  }
  reader.finish();
}

async function rowsPerSecond(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return ROWS / ((user + system) / 1e6);
}

/** Rows per second of `enrich`, against a pass-through that only parses and writes the same rows. */
export async function benchEnrich(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "sarhad-bench-"));
  try {
    const path = join(folder, "points.csv");
    const points = scatteredPoints(ROWS);
    const row = (_: unknown, index: number) =>
      `${index},place ${index},${points[2 * index]?.toFixed(5)},${points[2 * index + 1]?.toFixed(5)}`;
    writeFileSync(path, `id,name,lon,lat\n${Array.from({ length: ROWS }, row).join("\n")}\n`);
    const ground = new Ground();
    ground.load({ lines: readLines(undefined), ...readCountries() });
    const widths = [5, 25, 50].map((km) => ({ column: `within_${km}_km`, meters: km * 1000 }));
    const enricher = createEnricher(
      ground,
      ground.line("border"),
      readPlaces(["crossings", "markets", "ports"]),
      widths,
    );
    const enriched: number[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await rowsPerSecond(() => enrichStream(createReadStream(path), nowhere(), enricher, path));
      enriched.push(ours);
      ratios.push((await rowsPerSecond(() => passThrough(path))) / ours);
    }
    const rate = Math.round(Math.max(...enriched));
    const note = `pass-through that parses and writes ÷ enrich with 14 figures a row; best round ${rate} rows/s of processor time`;
    return [summarise("enrich", ratios, { atMost: 12 }, note)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
