import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { versionHash, versionTexts } from "../../scripts/embed/release";
import { correctionsOf, dataVersions, versionFiles } from "../../scripts/embed/versions";
import { correctionFile } from "../../src/data/correction";
import { manifest } from "../../src/data/manifest";
import { compareVersions } from "../../src/data/version-order";

const DATA = join(import.meta.dirname, "../../data");
const read = (file: string): unknown => JSON.parse(readFileSync(join(DATA, file), "utf8"));

/** Every version that was ever kept, and the SHA-256 of its files. Only ever added to: pinned views rest on it. */
const PUBLISHED: Readonly<Record<string, string>> = {
  "1.0.0": "885bafc3f23f039efeaaec9b0af94828f83e1afc2ba0071fb4fc6193892d094b",
};

describe("kept data versions", () => {
  it("are those that were published, and no file of them has changed", () => {
    const hashes = dataVersions().map((version) => [version, versionHash(new Map(versionFiles(version)))]);
    expect(Object.fromEntries(hashes)).toEqual(PUBLISHED);
  });

  it.each(Object.keys(PUBLISHED))("%s weighs no more than 300 kB, file by file as it is fetched", (version) => {
    const bytes = versionFiles(version).map(([, text]) => gzipSync(text, { level: 9 }).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(300_000);
  });

  it("hold what the current data say, if these have the number of a kept version", () => {
    const current = manifest.parse(read("layers.json"));
    const kept = PUBLISHED[current.dataVersion];
    const message = `the data differ from version ${current.dataVersion}: raise dataVersion and run npm run release-data`;
    expect(kept ?? versionHash(versionTexts(DATA, current)), message).toBe(versionHash(versionTexts(DATA, current)));
  });

  it("have their later corrections told, oldest first", () => {
    const { corrections } = correctionFile.parse(read("versions/corrections.json"));
    expect(corrections.map(({ version }) => version)).toEqual(
      corrections.map(({ version }) => version).sort(compareVersions),
    );
    expect(correctionsOf("99.0.0")).toEqual([]);
    expect(["1.0.0", "1.0.10", "1.0.9", "1.1.0", "0.9.9"].sort(compareVersions)).toEqual([
      "0.9.9",
      "1.0.0",
      "1.0.9",
      "1.0.10",
      "1.1.0",
    ]);
  });
});
