import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { CORRIDOR_BENCHES } from "./corridor";
import { DISTANCE_BENCHES } from "./distance";
import { benchEnrich } from "./enrich";
import { holds, type Measurement } from "./measurement";

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3));

function report(measurement: Measurement): void {
  const { name, ratio, least, greatest, bound, note } = measurement;
  const limit = "atLeast" in bound ? `at least ${figure(bound.atLeast)}` : `at most ${figure(bound.atMost)}`;
  const spread = `${figure(least)} to ${figure(greatest)}`;
  console.log(`${holds(measurement) ? "ok  " : "FAIL"} ${name}: ${figure(ratio)}× (${spread}; ${limit})\n     ${note}`);
}

const measurements: Measurement[] = [];
for (const bench of [...DISTANCE_BENCHES, benchEnrich, ...CORRIDOR_BENCHES]) {
  const measurement = await bench();
  report(measurement);
  measurements.push(measurement);
}
const folder = join(ROOT, "bench");
mkdirSync(folder, { recursive: true });
const machine = { node: process.version, processor: cpus()[0]?.model ?? "unknown", cores: cpus().length };
const results = {
  measuredOn: new Date().toISOString().slice(0, 10),
  ...machine,
  timed: "processor time; short work by its quickest block in every round, long work by its average",
  measurements,
};
writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = measurements.every(holds) ? 0 : 1;
