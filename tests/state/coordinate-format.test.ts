import fc from "fast-check";
import { Decode } from "geographiclib-dms";
import { forward } from "mgrs";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { COORDINATE_FORMATS, writeCoordinates } from "../../src/state/coordinate-format";
import { readCoordinates } from "../../src/state/coordinates";

const inAtlas = fc.record({
  lng: fc.double({ min: 44.01, max: 79.99, noNaN: true }),
  lat: fc.double({ min: 20.01, max: 42.99, noNaN: true }),
  radiusMeters: fc.constant(null),
});

const apart = (a: { lng: number; lat: number }, b: { lng: number; lat: number }) =>
  Math.hypot((a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) * 111_320;

describe("writing coordinates", () => {
  it("is read again within a metre, in every format", () => {
    fc.assert(
      fc.property(inAtlas, fc.constantFrom(...COORDINATE_FORMATS), (position, format) => {
        const text = writeCoordinates(position, format) ?? "";
        expect(text).toMatch(/^[\x20-\x7e]+$/);
        const answer = readCoordinates(text);
        if (answer?.kind !== "position") {
          // “40S 500000 3706719” is a band to one and a hemisphere to another: the first reading is the band.
          expect([format, answer?.kind]).toEqual(["utm", "ambiguous"]);
          if (answer?.kind === "ambiguous") expect(apart(answer.readings[0], position)).toBeLessThan(1);
          return;
        }
        expect(apart(answer.reading, position)).toBeLessThan(1);
      }),
      { numRuns: 2000 },
    );
  });

  it("is what geographiclib-dms, proj4 and mgrs make of the same position", () => {
    fc.assert(
      fc.property(inAtlas, (position) => {
        const dms = (writeCoordinates(position, "dms") ?? "").split(", ");
        const [lat, lng] = dms.map((side) => Decode(side.replace(/ ([NSEW])$/, "$1").replaceAll(" ", ":")).val);
        expect(apart({ lat: lat ?? 0, lng: lng ?? 0 }, position)).toBeLessThan(1);
        const [zone = "", easting = "", northing = ""] = (writeCoordinates(position, "utm") ?? "").split(" ");
        const [wantedEasting = 0, wantedNorthing = 0] = proj4(
          `+proj=utm +zone=${Number.parseInt(zone, 10)} +datum=WGS84`,
        ).forward([position.lng, position.lat]);
        expect(Math.abs(Number(easting) - wantedEasting)).toBeLessThanOrEqual(0.501);
        expect(Math.abs(Number(northing) - wantedNorthing)).toBeLessThanOrEqual(0.501);
        const square = forward([position.lng, position.lat], 0);
        expect((writeCoordinates(position, "mgrs") ?? "").replaceAll(" ", "").slice(0, square.length)).toBe(square);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [45_000, "dd", "27.0, 63.3"],
    [45_000, "dm", "27 0 N, 63 18 E"],
    [45_000, "dms", "27 0 N, 63 18 E"],
    [45_000, "utm", "41R 530000 2980000"],
    [45_000, "mgrs", "41R NK 3 8"],
    [45_000, "geo", "geo:27,63.3;u=45000"],
    [3_000, "dd", "26.97, 63.34"],
    [3_000, "utm", "41R 534000 2983000"],
    [500, "dms", "26 58 12 N, 63 20 20 E"],
    [500, "dm", "26 58.2 N, 63 20.3 E"],
    [20, "dd", "26.9698, 63.3392"],
    [20, "osm", "https://www.openstreetmap.org/?mlat=26.9698&mlon=63.3392#map=12/26.9698/63.3392"],
    [20, "google", "https://www.google.com/maps/search/?api=1&query=26.9698,63.3392"],
  ] as const)("with a radius of %d m as %s is %s", (radiusMeters, format, text) => {
    expect(writeCoordinates({ lng: 63.3392, lat: 26.9698, radiusMeters }, format)).toBe(text);
  });

  it("carries what is rounded up to a whole minute or degree", () => {
    const almost = { lat: 29.99999999, lng: -0.99999999, radiusMeters: null };
    expect(writeCoordinates(almost, "dms")).toBe("30 0 0.00 N, 1 0 0.00 W");
    expect(writeCoordinates(almost, "dm")).toBe("30 0.0000 N, 1 0.0000 W");
  });

  it("has no grid near the poles", () => {
    expect(writeCoordinates({ lat: 88, lng: 0, radiusMeters: null }, "utm")).toBeNull();
    expect(writeCoordinates({ lat: 88, lng: 0, radiusMeters: null }, "mgrs")).toBeNull();
  });
});
