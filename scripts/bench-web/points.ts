import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A generator of numbers from 0 to 1 that answers the same ones for the same seed (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes `count` seeded points over the region into `folder`, as CSV for the atlas and as GeoJSON for the bare page. */
export function writePoints(folder: string, count: number): void {
  const random = seeded(count);
  const rows: string[] = ["name,longitude,latitude,date,kind"];
  const features: string[] = [];
  for (let index = 0; index < count; index++) {
    const lng = (54 + random() * 16).toFixed(5);
    const lat = (23 + random() * 10).toFixed(5);
    const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3650) * 86_400_000).toISOString().slice(0, 10);
    const kind = random() < 0.5 ? "report" : "note";
    rows.push(`Point ${index},${lng},${lat},${day},${kind}`);
    features.push(
      `{"type":"Feature","geometry":{"type":"Point","coordinates":[${lng},${lat}]},"properties":{"name":"Point ${index}","date":"${day}","kind":"${kind}"}}`,
    );
  }
  writeFileSync(join(folder, `points-${count}.csv`), `${rows.join("\n")}\n`);
  writeFileSync(
    join(folder, `points-${count}.geojson`),
    `{"type":"FeatureCollection","features":[${features.join(",")}]}`,
  );
}
