import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../../src/data/event-record";
import { exportFeature } from "../../../src/data/export/export-feature";
import { EXPORT_FORMATS } from "../../../src/data/export/formats";
import { precisionCodes } from "../../../src/data/export/precision-codes";
import type { Location } from "../../../src/data/location";
import { setOf, shipped, textOf } from "./export-fixtures";

/** The decimals that a radius of doubt allows: ≥ 10 km one, ≥ 1 km two, ≥ 100 m three, ≥ 10 m four. */
function allowed(radiusMeters: number): number {
  for (const [least, decimals] of [
    [10_000, 1],
    [1_000, 2],
    [100, 3],
    [10, 4],
  ] as const) {
    if (radiusMeters >= least) return decimals;
  }
  return 5;
}

const radiusOf = ({ feature: { properties } }: (typeof shipped)[number]): number | null =>
  ("where" in properties && properties.where?.uncertaintyRadiusM) || null;

describe("positions in an export", () => {
  it("have no finer decimals than their radius supports, in every text format", () => {
    const doubtful = shipped.filter((item) => item.feature.geometry?.type === "Point" && (radiusOf(item) ?? 0) >= 100);
    expect(doubtful.length).toBeGreaterThan(50);
    for (const item of doubtful) {
      const radius = radiusOf(item) ?? 0;
      const [lng = 0, lat = 0] = item.feature.geometry?.type === "Point" ? item.feature.geometry.coordinates : [];
      const { geometry } = exportFeature(item, setOf([item]));
      if (geometry?.type !== "Point") throw new Error("a point is no longer one");
      const told = geometry.coordinates;
      for (const degrees of told) {
        expect((String(degrees).split(".")[1] ?? "").length, item.feature.id).toBeLessThanOrEqual(allowed(radius));
      }
      // Without the register: titles of publications may quote coordinates of their own.
      const set = { ...setOf([item]), sources: new Map() };
      for (const format of EXPORT_FORMATS.filter(({ id }) => id !== "fgb")) {
        const text = textOf(format.write(set, { hasByteOrderMark: false })[0]?.chunks);
        if (String(lng) !== String(told[0])) expect(text, `${format.id} ${item.feature.id}`).not.toContain(String(lng));
        if (String(lat) !== String(told[1])) expect(text, `${format.id} ${item.feature.id}`).not.toContain(String(lat));
      }
    }
  });
});

describe("precision codes of other event data sets", () => {
  it.each([
    ["site", "day", 1, 1, 1, 1],
    ["settlement", "days", 1, 1, 2, 2],
    ["district", "week", 3, 2, 3, 2],
    ["province", "month", 4, 3, 4, 3],
    ["country", "year", 6, 3, 5, 3],
  ] as const)("are computed for %s and %s", (precision, time, ucdpPlace, acledPlace, ucdpTime, acledTime) => {
    const where = { precision } as Location;
    const when = { precision: time } as EventRecord["when"];
    expect(precisionCodes({ where, when })).toEqual({
      ucdp_where_prec: ucdpPlace,
      acled_geo_precision: acledPlace,
      ucdp_date_prec: ucdpTime,
      acled_time_precision: acledTime,
    });
  });
});
