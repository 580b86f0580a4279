import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { angleIn, numberIn } from "../../../src/data/own/figures";
import { suggestMapping } from "../../../src/data/own/mapping";
import { placeOfText } from "../../../src/data/own/place-text";
import { readFile, skippedOf } from "./read";

/** 27° 15′ 30″ by hand: 27 + 15 / 60 + 30 / 3600. */
const LAT = 27.258_333_333_333_333;

describe("angles as tables write them", () => {
  it.each([
    "27.258333333333333",
    "27,258333333333333",
    "۲۷٫۲۵۸۳۳۳۳۳۳۳۳۳۳۳۳",
    `27°15'30"N`,
    "27º 15′ 30″ N",
    "27 15 30",
    "27:15:30",
    "27-15-30",
    "N27 15.5",
    "27° 15,5'",
    "+27.258333333333333",
    "\u200e27.258333333333333\u00a0",
  ])("%s", (text) => {
    expect(angleIn(text, "lat")).toBeCloseTo(LAT, 12);
  });

  it("has the sign of its hemisphere", () => {
    expect(angleIn("61.5 W", "lng")).toBe(-61.5);
    expect(angleIn("27°30'S", "lat")).toBe(-27.5);
    expect(angleIn("-27 30 0", "lat")).toBe(-27.5);
    expect(angleIn("−61.5", "lng")).toBe(-61.5);
  });

  it("is none where the letter is that of the other axis, a part is over sixty, or a thing is said twice", () => {
    for (const text of ["61.5 E", "27 75 00", "27 15 60", "27.5 30", "-27.5 S", "N 27.5 N", "27 15 30 10", "612 345"]) {
      expect(angleIn(text, "lat"), text).toBeNull();
    }
    for (const text of ["", "-", "north", "1,2,3", "27..5", "0x1f", "Infinity"])
      expect(angleIn(text, "lat")).toBeNull();
  });

  it("takes a comma before three figures and a point for thousands", () => {
    expect(numberIn("3,098,000.25")).toBe(3_098_000.25);
    expect(numberIn("352,400")).toBe(352.4);
  });

  it("comes back from degrees, minutes and seconds", () => {
    const part = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(part(179), part(59), part(59), fc.constantFrom("E", "W"), (degrees, minutes, seconds, letter) => {
        const size = degrees + minutes / 60 + seconds / 3600;
        const wanted = letter === "W" ? -size : size;
        expect(angleIn(`${degrees}°${minutes}'${seconds}"${letter}`, "lng")).toBeCloseTo(wanted, 12);
        expect(angleIn(`${letter}${degrees} ${minutes} ${seconds}`, "lng")).toBeCloseTo(wanted, 12);
      }),
    );
  });

  it("never throws and never answers what is no number", () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[-+NSEW\d .,:°'"]{0,14}$/));
    fc.assert(
      fc.property(cell, fc.constantFrom("lng" as const, "lat" as const), (text, axis) => {
        expect(angleIn(text, axis)).not.toBeNaN();
      }),
    );
  });
});

describe("columns of position", () => {
  it.each([
    [["decimalLatitude", "decimalLongitude"], 1, 0],
    [["@id", "@lat", "@lon"], 2, 1],
    [["X", "Y", "OBJECTID"], 0, 1],
    [["POINT_X", "POINT_Y"], 0, 1],
    [["site_lat", "site_long", "how long"], 1, 0],
    [["Latitude (WGS84)", "Longitude (WGS84)"], 1, 0],
    [["home_lat", "home_lon", "lat", "lon"], 3, 2],
    [["عرض جغرافیایی", "طول جغرافیایی"], 1, 0],
    [["LATITUD", "LONGITUD"], 1, 0],
  ])("%j", (fields, lng, lat) => {
    expect(suggestMapping(fields)).toMatchObject({ lng, lat, wkt: null });
  });

  it("are none where only one of the two is there, or other words hold them", () => {
    for (const fields of [["lat"], ["plate", "longest"], ["flat", "along"], ["home_lat", "work_lon"]]) {
      expect(suggestMapping(fields)).toMatchObject({ lng: null, lat: null, wkt: null });
    }
  });

  it("may be one, with well-known text, GeoJSON, or latitude before longitude", async () => {
    const tables = [
      ["item,coord", "Q1,Point(61.5 27.5)"],
      ["a;geo_point_2d;geo_shape", `A;27.5, 61.5;"{""type"":""Point"",""coordinates"":[61.5,27.5]}"`],
      ["name,coordinates", `A,"27.5, 61.5"`],
      ["name,location", `A,"(27.5, 61.5)"`],
      ["name,gps", `A,"27°30'N 61°30'E"`],
      ["name;position", "A;27,5 61,5"],
      ["name,the_geom", "A,SRID=4326;POINT (61.5 27.5)"],
    ];
    for (const lines of tables) {
      const { features } = await readFile(lines.join("\n"), "x.csv");
      expect(features[0]?.geometry, lines.join(" | ")).toEqual({ type: "Point", coordinates: [61.5, 27.5] });
    }
  });

  it("tells of a cell that holds no position", async () => {
    const { report } = await readFile(
      'name,wkt\nA,POINT (61 27)\nB,"{""type"":""Point""}"\nC,{\nD,nowhere\nE,\n',
      "x.csv",
    );
    expect(report).toMatchObject({ total: 5, accepted: 1 });
    expect(skippedOf(report)).toEqual({ "bad-geometry": [2, 3, 4], "no-position": [5] });
  });
});

describe("cells of positions", () => {
  it("never throw, and never give a place that is none", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.json(),
      fc.stringMatching(/^(?:POINT|LINESTRING|POLYGON)? ?[(Zz ]{0,3}[-\d., ()eE]{0,20}$/),
    );
    fc.assert(
      fc.property(cell, (text) => {
        const place = placeOfText(text);
        if (typeof place === "string") return;
        expect(place.point === null).toBe(place.shape !== null);
        for (const part of place.point ?? []) expect(Number.isFinite(part)).toBe(true);
      }),
    );
  });
});

describe("heights", () => {
  it("of points stay with them", async () => {
    const geometry = { type: "Point", coordinates: [61.5, 27.5, 1200.5] };
    const geojson = JSON.stringify({ type: "Feature", geometry, properties: {} });
    expect((await readFile(geojson, "x.geojson")).features[0]?.geometry).toEqual(geometry);
    const gpx = '<gpx version="1.1"><wpt lat="27.5" lon="61.5"><ele>1200.5</ele><name>A</name></wpt></gpx>';
    expect((await readFile(gpx, "x.gpx")).features[0]?.geometry).toEqual(geometry);
    const wkt = await readFile("wkt\nPOINT Z (61.5 27.5 1200.5)\nPOINT (61.5 27.5)\n", "x.csv");
    expect(wkt.features.map((feature) => feature.geometry)).toEqual([
      geometry,
      { type: "Point", coordinates: [61.5, 27.5] },
    ]);
  });
});
