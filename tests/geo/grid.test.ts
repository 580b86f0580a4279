import fc from "fast-check";
import { forward, inverse, toPoint } from "mgrs";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { fromMgrs, toMgrs } from "../../src/geo/mgrs";
import { bandEdges, bandOf, fromUtm, toUtm, utmZone } from "../../src/geo/utm";

const position = fc.record({
  lng: fc.double({ min: -179.999, max: 179.999, noNaN: true }),
  lat: fc.double({ min: -79.9, max: 83.9, noNaN: true }),
});
/** Away from the date line and the poles, where the library's boxes of degrees lose their meaning. */
const temperate = fc.record({
  lng: fc.double({ min: -170, max: 170, noNaN: true }),
  lat: fc.double({ min: -71, max: 71, noNaN: true }),
});
const nearby = fc.record({
  lng: fc.double({ min: 55, max: 70, noNaN: true }),
  lat: fc.double({ min: 22, max: 33, noNaN: true }),
});

const projection = (zone: number, isNorth: boolean) =>
  proj4(`+proj=utm +zone=${zone}${isNorth ? "" : " +south"} +datum=WGS84 +units=m +no_defs`);

describe("UTM", () => {
  it("is proj4's to a tenth of a millimetre, both ways", () => {
    fc.assert(
      fc.property(fc.oneof(position, nearby), ({ lng, lat }) => {
        const utm = toUtm(lng, lat);
        const [easting = 0, northing = 0] = projection(utm.zone, utm.isNorth).forward([lng, lat]);
        expect(Math.hypot(utm.eastingMeters - easting, utm.northingMeters - northing)).toBeLessThan(1e-4);
        const back = fromUtm(utm);
        expect(Math.hypot((back.lng - lng) * Math.cos((lat * Math.PI) / 180), back.lat - lat)).toBeLessThan(1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [60.87, 29.5, 41],
    [59.99, 27, 40],
    [60, 27, 41],
    [5, 60, 32],
    [10, 75, 33],
    [-180, 0, 1],
    [180, 0, 60],
  ])("puts %d, %d into zone %i", (lng, lat, zone) => {
    expect(utmZone(lng, lat)).toBe(zone);
  });

  it("has bands of eight degrees, the last of twelve", () => {
    expect([bandOf(25.1), bandOf(31.9), bandOf(32), bandOf(-80), bandOf(84), bandOf(84.1), bandOf(0)]).toEqual([
      "R",
      "R",
      "S",
      "C",
      "X",
      null,
      "N",
    ]);
    expect(bandEdges("R")).toEqual([24, 32]);
    expect(bandEdges("I")).toBeNull();
  });
});

describe("MGRS", () => {
  it("is the mgrs library's reference, and its square lies within a metre of the library's", () => {
    fc.assert(
      fc.property(fc.oneof(temperate, nearby), fc.integer({ min: 0, max: 5 }), ({ lng, lat }, digits) => {
        const reference = toMgrs(lng, lat, digits) ?? "";
        const [grid = "", square = "", east = "", north = ""] = reference.split(" ");
        const read = fromMgrs(Number.parseInt(grid, 10), grid.slice(-1), square, east, north);
        if (!read) throw new Error(`cannot read ${reference}`);
        const [west, south, eastEdge, northEdge] = inverse(reference.replaceAll(" ", ""));
        const metersPerDegree = 111_320;
        const narrowing = Math.cos((read.lat * Math.PI) / 180);
        // The library answers a box of degrees around the corners of a square of metres, and cuts figures to a metre.
        const slack = read.halfMeters * 0.5 + 1;
        expect(Math.abs(read.lat - (south + northEdge) / 2) * metersPerDegree).toBeLessThan(slack);
        expect(Math.abs(read.lng - (west + eastEdge) / 2) * metersPerDegree * narrowing).toBeLessThan(slack);
        if (digits === 5) {
          const [pointLng, pointLat] = toPoint(reference.replaceAll(" ", ""));
          const off = Math.hypot((read.lng - pointLng) * narrowing, read.lat - pointLat) * metersPerDegree;
          expect(off).toBeLessThan(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("names a square of the north for what is rounded onto the equator", () => {
    const halfUlp = 2 ** -47;
    expect([-halfUlp, halfUlp, 0].map((lat) => toMgrs(0, lat, 5))).toEqual(Array(3).fill("31N AA 66021 00000"));
    expect(toMgrs(0, -1e-6, 5)).toBe("31M AV 66021 99999");
  });

  it("names the same squares as the library in the land of the border", () => {
    let same = 0;
    fc.assert(
      fc.property(nearby, ({ lng, lat }) => {
        // A kilometre's square: at a metre's the library's own series may fall on the other side of an edge.
        if (forward([lng, lat], 2) === toMgrs(lng, lat, 2)?.replaceAll(" ", "")) same += 1;
      }),
      { numRuns: 1000 },
    );
    expect(same).toBeGreaterThanOrEqual(995);
  });

  it("knows no square that its zone does not have", () => {
    expect(fromMgrs(41, "R", "AA", "", "")).toBeNull();
    expect(fromMgrs(61, "R", "KP", "", "")).toBeNull();
    expect(fromMgrs(41, "O", "KP", "", "")).toBeNull();
    expect(toMgrs(0, 85, 5)).toBeNull();
  });
});
