import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/data/day";
import type { AtlasFeature } from "../../src/data/feature";
import type { Manifest } from "../../src/data/manifest";
import { isoOf, monthStart } from "../../src/state/days";
import type { KnownFeature } from "../../src/state/known-features";
import { axisDays, datedRecords, histogram, recentSpan, swarm, wholeSpan } from "../../src/state/timeline";

const readData = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, "../../data", file), "utf8"));
const features = new Map<string, KnownFeature>();
for (const layer of (readData("layers.json") as Manifest).layers) {
  for (const feature of readData(layer.file).features as AtlasFeature[]) {
    features.set(`${layer.id}/${feature.id}`, { layer, feature });
  }
}
const records = datedRecords(features);
const day = fc.integer({ min: dayOf("1800-01-01"), max: dayOf("2100-12-31") });

describe("days", () => {
  it("are numbered from 1970, also before it", () => {
    expect(dayOf("1970-01-01")).toBe(0);
    expect(dayOf("2024-01-16")).toBe(19_738);
    expect(isoOf(dayOf("1871-08-31"))).toBe("1871-08-31");
    expect(isoOf(monthStart(dayOf("2024-03-31"), -1))).toBe("2024-02-01");
    expect(isoOf(1e12)).toBe("9999-12-31");
  });

  it("come back as they were", () => {
    fc.assert(
      fc.property(day, (number) => {
        expect(dayOf(isoOf(number))).toBe(number);
      }),
    );
  });
});

describe("the line of time", () => {
  it("has every dated record, oldest first, and knows which are intervals", () => {
    expect(records).toHaveLength(11 + 21 + 46);
    expect(records[0]?.key).toBe("agreements/boundary-1871-1872");
    const of = (id: string) => records.find(({ key }) => key.endsWith(id));
    expect(of("strikes/konarak-2026-03-01")?.isInterval).toBe(true);
    expect(of("agreements/border-commission-2017-07")?.isInterval).toBe(true);
    expect(of("strikes/koh-e-sabz-2024-01-16")?.isInterval).toBe(false);
  });

  it("begins recent years after the last gap of three years", () => {
    expect(isoOf(recentSpan(records, 0).first)).toBe("2014-05-01");
    expect(isoOf(wholeSpan(records, 0).first)).toBe("1870-12-01");
  });

  it("counts every record of the span once, by the middle of its days", () => {
    for (const span of [wholeSpan(records, 0), recentSpan(records, 0)]) {
      const bins = histogram(records, span);
      const inside = records.filter(({ firstDay }) => firstDay >= span.first);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length);
    }
    const january = histogram(records, { first: dayOf("2024-01-01"), last: dayOf("2024-01-31") });
    expect(january).toHaveLength(31);
    expect(january[15]).toEqual({ first: 19_738, last: 19_738, count: 1 });
    // Koh-e-Sabz on the 16th; Erbil and Idlib on the 15th.
    expect(january[14]?.count).toBe(2);
  });

  it("places no mark over another", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 20, max: 9000 }),
        fc.integer({ min: 100, max: 2000 }),
        (first, days, width) => {
          const placed = swarm(records, { first, last: first + days }, width, 20);
          for (const a of placed) {
            for (const b of placed) {
              if (a === b || a.row !== b.row) continue;
              const middles = Math.abs((a.fromPx + a.toPx) / 2 - (b.fromPx + b.toPx) / 2);
              expect(middles).toBeGreaterThanOrEqual(20 - 1e-6);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has at most about as many marks on its axis as there is room for, each the start of a month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 20, max: 80_000 }), fc.integer({ min: 2, max: 16 }), (first, days, most) => {
        const marks = axisDays({ first, last: first + days }, most);
        expect(marks.length).toBeLessThanOrEqual(most + 2);
        for (const mark of marks) expect(isoOf(mark).endsWith("-01")).toBe(true);
      }),
    );
  });
});
