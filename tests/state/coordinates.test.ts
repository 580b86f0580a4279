import fc from "fast-check";
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
  ["https://www.google.com/maps/search/?api=1&query=29.5%2C60.87", DD],
  ["https://www.google.com/maps/search/29.5,+60.87?entry=tts", DD],
  ["https://maps.apple.com/?ll=29.5,60.87&q=Dropped%20Pin", DD],
  ["https://maps.apple.com/place?coordinate=29.5,60.87&name=X", DD],
  ["https://www.bing.com/maps?cp=29.5~60.87&lvl=11", DD],
  ["https://www.bing.com/maps?sp=point.29.5_60.87_Here&cp=29~60", DD],
  ["geo:0,0?q=29.5,60.87(Here)", DD],
  ["geo:29.5,60.87;crs=wgs84;u=35", DD],
  ["29d30'15\"N 60d52'12\"E", DMS],
  ["29.5 deg N, 60.87 deg E", DD],
  ["lon 60.87 lat 29.5", DD],
  ["طول ۶۰٫۸۷ عرض ۲۹٫۵", DD],
  ["２９.５, ６０.８７", DD],
  // By proj4: +proj=utm +zone=41 of 60.87, 29.5
  ["41R 293519.752 3265273.878", DD],
  ["41N 293519.752 3265273.878", DD],
  ["UTM 41N 293519.752 3265273.878", DD],
  ["zone 41 293519.752 3265273.878", DD],
  ["41R 293519.752mE 3265273.878mN", DD],
  ["293519.752E 3265273.878N 41R", DD],
  ["۴۱ ۲۹۳۵۱۹٫۷۵۲ ۳۲۶۵۲۷۳٫۸۷۸", DD],
  ["۴۱ ۲۹۳٬۵۱۹٫۷۵۲ ۳٬۲۶۵٬۲۷۳٫۸۷۸", DD],
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

  it.each([
    "29,5 60,87",
    "29,5; 60,87",
    "29,5, 60,87",
    "29,5°N 60,87°E",
    "29,5,60,87",
    "۲۹،۵ ۶۰،۸۷",
    "۲۹٬۵ ۶۰٬۸۷",
    "۲٬۵ ۶٬۵",
  ])("refuses decimal commas: %s", (text) => {
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
    ["geo:0,0?q=Taftan", "unreadable"],
    ["geo:29.5,60.87;crs=EPSG:3857", "unreadable"],
    ["https://maps.apple.com/?q=Taftan", "unreadable"],
    ["https://www.google.com/maps/%E0%A4%A", "unreadable"],
    ["293519 3265273", "no_zone"],
    ["41K 293519 3265273", "wrong_band"],
    ["41S 293519 32652730", "out_of_range"],
    ["61R 293519 3265273", "out_of_range"],
    ["41I 293519 3265273", "unreadable"],
    ["41R KN 9351 65273", "odd_grid"],
    ["41R KN 123", "odd_grid"],
    ["41R AA 12345 12345", "wrong_band"],
    ["41C KN 12345 12345", "wrong_band"],
    ["99R KN 12345 12345", "wrong_band"],
    ["https://example.org/29.5/60.87", "unreadable"],
  ])("refuses %s", (text, reason) => {
    expect(readCoordinates(text)).toEqual({ kind: "refused", reason });
  });

  it("reads the squares of MGRS by their middle, with how far their edges are", () => {
    for (const [text, halfMeters, meters] of [
      ["41RKN9351965273", null, 1],
      ["41R KN 93519 65273", null, 1],
      ["41r kn 935 652", 50, 100],
      ["MGRS 41RKN 93 65", 500, 1000],
    ] as const) {
      const answer = readCoordinates(text);
      if (answer?.kind !== "position") throw new Error(`${text} was not read`);
      expect(answer.uncertaintyMeters).toBe(halfMeters);
      expect(Math.hypot((answer.reading.lng - 60.87) * 96_900, (answer.reading.lat - 29.5) * 110_850)).toBeLessThan(
        meters,
      );
    }
  });

  it("asks whether S is the band or the hemisphere where it may be both", () => {
    // Band S reaches from 32° N to 40° N; by proj4 the same figures lie at 56.7° S in the southern half of the zone.
    const answer = readCoordinates("40S 500000 3706719.22");
    if (answer?.kind !== "ambiguous") throw new Error("it did not ask");
    expect(answer.readings[0].lat).toBeCloseTo(33.5, 6);
    expect(answer.readings[1].lat).toBeLessThan(-50);
    const south = readCoordinates("40S 500000 6300000");
    if (south?.kind !== "position") throw new Error("it asked for nothing");
    expect(south.reading.lat).toBeCloseTo(-33.439394672509394, 6);
  });

  it("takes the order that the words state, wherever it lies", () => {
    expect(readCoordinates("lon 10, lat 20")).toMatchObject({ kind: "position", reading: { lat: 20, lng: 10 } });
    expect(readCoordinates("lat 10, lon 20")).toMatchObject({ kind: "position", reading: { lat: 10, lng: 20 } });
  });

  it("never throws and never answers what is not on Earth, whatever it is given", () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."0123456789.,;:-+°'\"NSEWRKPgeo:/?=& ٬،۲۹٫\u200f".split("")),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
        const answer = readCoordinates(text);
        if (answer?.kind !== "position") return;
        expect(Math.abs(answer.reading.lat)).toBeLessThanOrEqual(90);
        expect(Math.abs(answer.reading.lng)).toBeLessThanOrEqual(180);
      }),
      { numRuns: 3000 },
    );
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
