import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDay } from "../../../src/data/day";
import { serialDay } from "../../../src/data/own/serial-days";
import { readFile } from "./read";

const corpus = readFileSync(join(import.meta.dirname, "../../fixtures/corpora/day-numbers.csv"), "utf8");

const dayOf = (text: string) => {
  const day = serialDay(text);
  return day === null ? null : dateOfDay(day);
};

async function read(rows: readonly string[], heading = "name,date,lat,lon") {
  const { features, report } = await readFile([heading, ...rows].join("\n"), "x.csv");
  const days = features.map(({ properties }) => ("when" in properties && properties.when?.start) || null);
  return { days, notes: Object.fromEntries(report.notes) };
}

describe("day numbers of spreadsheets", () => {
  it("are those of the 1900 system", () => {
    // As spreadsheets show them: DATE(1980;1;1), DATE(2000;1;1), DATE(2024;1;16), DATE(2049;12;31).
    expect(["29221", "36526", "45307", "45307.99", "45307,5", "۴۵۳۰۷", "54788"].map(dayOf)).toEqual([
      ...["1980-01-01", "2000-01-01", "2024-01-16", "2024-01-16", "2024-01-16", "2024-01-16", "2049-12-31"],
    ]);
  });

  it("are no years, no year with a day in it, no postcode beyond them, and nothing with a sign, letter or sixth figure", () => {
    for (const text of ["2024", "1402", "24016", "29220", "54789", "98500", "-45307", "45307a", "453070", "4530", ""]) {
      expect(dayOf(text), text).toBeNull();
    }
  });

  it("agree with the days that the platform counts from 30 December 1899", () => {
    fc.assert(
      fc.property(fc.integer({ min: 29_221, max: 54_788 }), (serial) => {
        const counted = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        expect(dayOf(String(serial))).toBe(counted);
      }),
    );
  });
});

describe("a column of day numbers", () => {
  it("is read when all its dates are such, first and last, and told in the report", async () => {
    const { features, report } = await readFile(corpus, "x.csv");
    expect(features.map(({ properties }) => ("when" in properties ? properties.when : null))).toMatchObject([
      { start: "2024-01-16", end: "2024-01-18" },
      { start: "2024-01-18", end: "2024-01-18" },
      null,
      { start: "2021-01-01", end: "2021-01-01" },
    ]);
    expect(Object.fromEntries(report.notes)).toEqual({ "date-serial": [1, 2, 4] });
  });

  it("is not read when anything else is among its dates", async () => {
    const mixed = await read(["A,45307,27,61", "B,2024-01-18,27,62", "C,45309,28,62"]);
    expect(mixed.days).toEqual([null, "2024-01-18", null]);
    expect(mixed.notes).toEqual({ "date-unread": [1, 3] });
    const others = await read(["A,45307,27,61", "B,98500,27,62"]);
    expect(others.days).toEqual([null, null]);
    expect(others.notes).toEqual({ "date-unread": [1, 2] });
    const years = await read(["A,1998,27,61", "B,2024,27,62"]);
    expect(years.days).toEqual(["1998-01-01", "2024-01-01"]);
    expect(years.notes).toEqual({});
  });

  it("never changes what other dates become, whatever stands beside them", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("45307", "44197.5", "2024-01-16", "98500", "soon", "2024", ""), { minLength: 1 }),
        async (dates) => {
          const { days, notes } = await read(dates.map((date, at) => `${at},${date},27,61`));
          const isSerial = (date: string) => /^4[45]/.test(date);
          const isAll = dates.every((date) => date === "" || isSerial(date));
          dates.forEach((date, at) => {
            const plain = date === "2024-01-16" ? date : date === "2024" ? "2024-01-01" : null;
            const counted = date === "45307" ? "2024-01-16" : "2021-01-01";
            expect(days[at]).toBe(isSerial(date) && isAll ? counted : plain);
          });
          expect("date-serial" in notes).toBe(isAll && dates.some(isSerial));
        },
      ),
    ));
});

describe("last dates", () => {
  it("that are not used are told", async () => {
    const rows = [
      "A,2024-01-16,soon,27,61",
      "B,2024-01-16,2024-01-01,27,62",
      "C,,2024-01-01,28,62",
      "D,2024-01-16,2024-01-16,28,61",
    ];
    const { days, notes } = await read(rows, "name,date,end_date,lat,lon");
    expect(days).toEqual(["2024-01-16", "2024-01-16", null, "2024-01-16"]);
    expect(notes).toEqual({ "end-unused": [1, 2, 3] });
  });
});
