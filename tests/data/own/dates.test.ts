import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDay, dayOf } from "../../../src/data/day";
import { type DateHabits, isNumberedDate, isOfOpenCalendar, readDate } from "../../../src/data/own/dates";

const OPEN: DateHabits = { dayOrder: null, calendar: null };

function read(text: string, habits: Partial<DateHabits> = {}): string | null {
  const found = readDate(text, { ...OPEN, ...habits });
  if (!found) return null;
  const [start, end] = [dateOfDay(found.start), dateOfDay(found.end)];
  return start === end ? start : `${start}/${end}`;
}

describe("dates as tables write them", () => {
  it.each([
    // UCDP GED, ACLED, and what spreadsheets make of them.
    "2024-01-16",
    "2024-01-16 00:00:00.000",
    "16 January 2024",
    "16-Jan-24",
    "1/16/2024 0:00",
    "16.01.2024",
    // Tables of attacks in Pakistan, with weekdays.
    "Tuesday-January 16-2024",
    "Tuesday, January 16, 2024",
    "Tue Jan 16 2024",
    "Tue, 16 Jan 2024 00:00:00 GMT",
    "16th January 2024",
    // ISO 8601 with a zone, and without hyphens.
    "2024-01-16T22:30:00+03:30",
    "2024-01-16Z",
    "2024-01-16+03:30",
    "20240116",
    "20240116T093000Z",
    "202401160930",
    // Seconds and milliseconds since 1970, as feeds of earthquakes have them: 1,705,363,200 s is 2024-01-16 00:00 UTC.
    "1705363200",
    "1705363200000",
    "1705449599999",
    "۲۰۲۴-۰۱-۱۶",
    "٢٠٢٤-٠١-١٦",
  ])("%s is the sixteenth of January", (text) => {
    expect(read(text)).toBe("2024-01-16");
  });

  it("reads months, years and periods whole", () => {
    expect(read("January 2024")).toBe("2024-01-01/2024-01-31");
    expect(read("02/2024")).toBe("2024-02-01/2024-02-29");
    expect(read("2024")).toBe("2024-01-01/2024-12-31");
    expect(read("2024-01-16 to 2024-01-18")).toBe("2024-01-16/2024-01-18");
    expect(read("2024-01-16/2024-01-18")).toBe("2024-01-16/2024-01-18");
    expect(read("16 January 2024 – 18 January 2024")).toBe("2024-01-16/2024-01-18");
  });

  it("never guesses: what can be read in two ways, or in none, has no date until the reader says", () => {
    for (const text of ["03/04/2024", "3/4/24", "16/01/24", "1402/10/26", "1402", "26/10/1402"]) {
      expect(read(text), text).toBeNull();
    }
    for (const text of [
      "24-01-16",
      "45307",
      "2024011609",
      "1999123123",
      "Jan-24",
      "c. 2024",
      "2024-13-40",
      "30 February 2024",
      "",
      "soon",
    ]) {
      for (const dayOrder of ["dmy", "mdy", null] as const) expect(read(text, { dayOrder }), text).toBeNull();
    }
    expect(read("2024-01-18 to 2024-01-16")).toBeNull();
    expect(read("3/4/24", { dayOrder: "dmy" })).toBe("2024-04-03");
    expect(read("3/4/24", { dayOrder: "mdy" })).toBe("2024-03-04");
    expect(isNumberedDate("3/4/24")).toBe(true);
    expect(isNumberedDate("2024-04-03")).toBe(false);
  });
});

describe("Solar Hijri dates", () => {
  it("are read once the calendar is said, and at once where the month has its Persian name", () => {
    for (const text of ["1402/10/26", "۱۴۰۲/۱۰/۲۶", "1402-10-26", "26/10/1402"]) {
      expect(isOfOpenCalendar(text), text).toBe(true);
      expect(read(text, { calendar: "solar-hijri" }), text).toBe("2024-01-16");
    }
    expect(read("۲۶ دی ۱۴۰۲")).toBe("2024-01-16");
    expect(read("26 دی ماه 1402")).toBe("2024-01-16");
    expect(read("1402", { calendar: "solar-hijri" })).toBe("2023-03-21/2024-03-19");
    expect(read("1402/10", { calendar: "solar-hijri" })).toBe("2023-12-22/2024-01-20");
    expect(read("1402/12/30", { calendar: "solar-hijri" })).toBeNull();
    expect(read("1403/12/30", { calendar: "solar-hijri" })).toBe("2025-03-20");
    expect(read("1402-10-26", { calendar: "gregorian" })).toBe("1402-10-26");
    expect(isOfOpenCalendar("2024-01-16")).toBe(false);
    expect(read("2024-01-16", { calendar: "solar-hijri" })).toBe("2024-01-16");
  });

  it("are those of the calendar that the platform has", () => {
    const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    const days = fc.integer({ min: dayOf("1850-01-01"), max: dayOf("2110-01-01") });
    fc.assert(
      fc.property(days, (day) => {
        const parts = persian.formatToParts(day * 86_400_000);
        const part = (type: string) => Number.parseInt(parts.find((one) => one.type === type)?.value ?? "", 10);
        const text = `${part("year")}/${part("month")}/${part("day")}`;
        expect(readDate(text, { dayOrder: null, calendar: "solar-hijri" })).toEqual({
          start: day,
          end: day,
          precision: 0,
        });
      }),
    );
  });
});
