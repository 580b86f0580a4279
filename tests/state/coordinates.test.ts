import { describe, expect, it } from "vitest";
import { readCoordinates } from "../../src/state/coordinates";

/** 29° 30′ 15″ N = 29 + 30/60 + 15/3600; 60° 52′ 12″ E = 60 + 52/60 + 12/3600. */
const DMS = { lat: 29.504166666666666, lng: 60.87 };
const DD = { lat: 29.5, lng: 60.87 };

const positions: readonly (readonly [string, { lat: number; lng: number }])[] = [
  ["29.5, 60.87", DD],
  ["29.5 60.87", DD],
  ["29.5,60.87", DD],
  ["60.87, 29.5", DD],
  ["29.5N 60.87E", DD],
  ["29.5° N, 60.87° E", DD],
  ["N29.5 E60.87", DD],
  ["E 60.87, N 29.5", DD],
  ["60.87E 29.5N", DD],
  ["(29.5, 60.87)", DD],
  ["lat: 29.5, lon: 60.87", DD],
  ["29.5 north, 60.87 east", DD],
  ["۲۹٫۵، ۶۰٫۸۷", DD],
  ["٢٩٫٥، ٦٠٫٨٧", DD],
  ["۲۹٫۵ شمالی، ۶۰٫۸۷ شرقی", DD],
  ["29.5 شمال 60.87 مشرق", DD],
  ["29°30'15\"N 60°52'12\"E", DMS],
  ["29°30′15″N, 60°52′12″E", DMS],
  ["29º30’15”N 60º52’12”E", DMS],
  ["N 29° 30' 15\" E 60° 52' 12\"", DMS],
  ["29 30 15 N 60 52 12 E", DMS],
  ["29:30:15N 60:52:12E", DMS],
  ["29 30 15, 60 52 12", DMS],
  ["29 30 15 60 52 12", DMS],
  ["29°30.25'N 60°52.2'E", DMS],
  ["29 30.25, 60 52.2", DMS],
  ["33.9S 18.4E", { lat: -33.9, lng: 18.4 }],
  ["-33.9, 118.4", { lat: -33.9, lng: 118.4 }],
  ["geo:29.5,60.87", DD],
  ["geo:29.5,60.87,1200;u=35", DD],
  ["https://www.openstreetmap.org/#map=12/29.5/60.87", DD],
  ["https://www.openstreetmap.org/?mlat=29.5&mlon=60.87#map=9/29/60", DD],
  ["https://www.google.com/maps/@29.5,60.87,12z", DD],
  ["https://www.google.com/maps/place/X/@29.4,60.8,12z/data=!3m1!4b1!4m5!3d29.5!4d60.87", DD],
  ["https://maps.google.com/?q=29.5,60.87", DD],
];

describe("reading coordinates", () => {
  it.each(positions)("reads %s", (text, expected) => {
    const answer = readCoordinates(text);
    expect(answer?.kind).toBe("position");
    if (answer?.kind !== "position") return;
    // 1 m is 9 millionths of a degree of latitude.
    expect(answer.reading.lat).toBeCloseTo(expected.lat, 6);
    expect(answer.reading.lng).toBeCloseTo(expected.lng, 6);
  });

  it("keeps the uncertainty of a geo address", () => {
    expect(readCoordinates("geo:29.5,60.87;u=35")).toMatchObject({ uncertaintyMeters: 35 });
    expect(readCoordinates("geo:29.5,60.87")).toMatchObject({ uncertaintyMeters: null });
  });

  it("asks when both orders are as likely", () => {
    const outside = readCoordinates("10, 20");
    expect(outside).toEqual({
      kind: "ambiguous",
      readings: [
        { lat: 10, lng: 20 },
        { lat: 20, lng: 10 },
      ],
    });
    expect(readCoordinates("50 50.5")?.kind).toBe("ambiguous");
  });

  it.each(["29,5 60,87", "29,5; 60,87", "29,5, 60,87", "29,5°N 60,87°E"])("refuses decimal commas: %s", (text) => {
    expect(readCoordinates(text)).toEqual({ kind: "refused", reason: "decimal_comma" });
  });

  it.each([
    ["95N 60E", "out_of_range"],
    ["29N 200E", "out_of_range"],
    ["geo:91,0", "out_of_range"],
    ["29°75'N 60°10'E", "unreadable"],
    ["-29N 60E", "unreadable"],
    ["29.5N 30.5N", "unreadable"],
    ["1 2 3 4 5", "unreadable"],
    ["29.5.1, 60", "unreadable"],
    ["geo:here", "unreadable"],
    ["https://example.org/29.5/60.87", "unreadable"],
  ])("refuses %s", (text, reason) => {
    expect(readCoordinates(text)).toEqual({ kind: "refused", reason });
  });

  it.each([
    "Taftan",
    "چابهار",
    "N-40",
    "16 January 2024",
    "",
    "412",
    "29.5",
    "Koh-e-Sabz 2024",
  ])("leaves %s to the search by name", (text) => {
    expect(readCoordinates(text)).toBeNull();
  });
});
