import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import buildSarhad from "../cli/build-sarhad";
import { drawKeyView, KEY_VIEWS, REFERENCES } from "./reference-pictures";

const OUTPUT = join(import.meta.dirname, "../output/pictures");
/** Smoothing of edges and letters differs between versions of Chromium by less. */
const SAME_LEVELS = 48;
const SAME_SHARE = 0.005;

/** The share of pixels that differ, and a picture with those in red on the faded reference. */
function compare(actual: PNG, reference: PNG): { readonly share: number; readonly shown: PNG } {
  const shown = new PNG({ width: reference.width, height: reference.height });
  let different = 0;
  for (let at = 0; at < reference.data.length; at += 4) {
    const isSame = [0, 1, 2, 3].every(
      (channel) => Math.abs((actual.data[at + channel] ?? 0) - (reference.data[at + channel] ?? 0)) <= SAME_LEVELS,
    );
    if (!isSame) different++;
    const faded = 200 + (reference.data[at] ?? 0) / 5;
    shown.data.set(isSame ? [faded, faded, faded, 255] : [220, 0, 0, 255], at);
  }
  return { share: (different * 4) / reference.data.length, shown };
}

beforeAll(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  await buildSarhad();
});

describe("a key view looks as it did when it was last reviewed", () => {
  it.each(Object.keys(KEY_VIEWS))("%s", async (name) => {
    const out = join(OUTPUT, `${name}.png`);
    await drawKeyView(name, out);
    const actual = PNG.sync.read(readFileSync(out));
    const reference = PNG.sync.read(readFileSync(join(REFERENCES, `${name}.png`)));
    expect([actual.width, actual.height]).toEqual([reference.width, reference.height]);
    const { share, shown } = compare(actual, reference);
    const difference = join(OUTPUT, `${name}-difference.png`);
    writeFileSync(difference, PNG.sync.write(shown));
    expect(share, `look at ${difference}; if it is meant: npm run pictures:renew`).toBeLessThanOrEqual(SAME_SHARE);
  });

  it("and a change is seen: another theme, a missing line", () => {
    const read = (name: string) => PNG.sync.read(readFileSync(join(REFERENCES, `${name}.png`)));
    const [light, dark, doubt] = [read("whole-border"), read("gulf-of-oman-dark"), read("strikes-with-doubt")];
    expect(compare(dark, light).share).toBeGreaterThan(SAME_SHARE);
    expect(compare(doubt, light).share).toBeGreaterThan(SAME_SHARE);
  });
});
