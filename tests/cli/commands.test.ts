import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder, runSarhad } from "./run-sarhad";

const NATURAL_EARTH = "tests/fixtures/oracle/border_line.json";

describe("sarhad distance", () => {
  it("answers the distance between two points and its bearings", async () => {
    const { status, output } = await runSarhad(["distance", "--from", "62.3254,25.1264", "--to", "61.595,28.99"]);
    expect(status).toBe(0);
    const answer = JSON.parse(output);
    // GeodSolve (GeographicLib 2.1.2).
    expect(Math.abs(answer.meters - 434189.521754554)).toBeLessThan(1e-5);
    expect(Math.abs(answer.initialBearing - -9.44214777883747)).toBeLessThan(1e-4);
  });

  it("measures against another line when a file is given", async () => {
    const given = ["distance", "--from", "62.3254,25.1264", "--to", "border", "--border", NATURAL_EARTH];
    const { output } = await runSarhad(given);
    const answer = JSON.parse(output);
    // PROJ 9.1 with exact minimisation.
    expect(Math.abs(answer.meters - 73236.504963626)).toBeLessThan(0.01);
    expect(Math.abs(answer.chainageMeters - 806772.5388733387)).toBeLessThan(0.6);
    expect(answer.side).toBe("PK");
    expect(answer.ambiguous).toBe(false);
    expect(answer.line.id).toBe(NATURAL_EARTH);
  });

  it("warns of a pair that is likely swapped, and answers all the same", async () => {
    const { status, output } = await runSarhad(["distance", "--from", "25.1264,62.3254", "--to", "61.595,28.99"]);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ warnings: ["likely swapped"] });
  });

  it.each([
    [["--from", "nan,27", "--to", "61,28"], "--from: not a position as LON,LAT in degrees: nan,27"],
    [["--from", "61,90.5", "--to", "61,28"], "invalid latitude of from: 90.5"],
    [["--from", "61,-91", "--to", "61,28"], "invalid latitude of from: -91"],
    [["--to", "61,28"], "--from: is missing"],
    [["--from", "61,28", "--to", "61,28", "--colour", "red"], "unknown flag: --colour"],
    [["--from", "61,28", "--to", "durand"], "unknown line: durand"],
  ])("refuses %j with status 2", async (given, message) => {
    const { status, output, errors } = await runSarhad(["distance", ...given]);
    expect(errors).toContain(message);
    expect({ status, output }).toEqual({ status: 2, output: "" });
  });
});

describe("sarhad length", () => {
  it("answers the published length of the border", async () => {
    const answer = JSON.parse((await runSarhad(["length", "border"])).output);
    expect(answer.vertices).toBe(16_888);
    expect(answer.meters / 1000).toBeCloseTo(1023.3, 1);
  });

  it("measures a file, and refuses one that is missing, empty or of one vertex", async () => {
    const folder = freshFolder();
    const write = (name: string, coordinates: unknown) => {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify({ type: "LineString", coordinates }));
      return path;
    };
    const whole = JSON.parse((await runSarhad(["length", NATURAL_EARTH])).output);
    expect(Math.abs(whole.meters / 816502.1616733287 - 1)).toBeLessThan(1e-9);
    const refusals = await Promise.all(
      [write("empty.geojson", []), write("one.geojson", [[61, 27]]), join(folder, "none.geojson")].map((path) =>
        runSarhad(["length", path]),
      ),
    );
    expect(refusals.map(({ status }) => status)).toEqual([2, 2, 2]);
    expect(refusals[0]?.errors).toContain("0 vertices");
    expect(refusals[1]?.errors).toContain("1 vertex");
    expect(refusals[2]?.errors).toContain("no such file");
  });
});

describe("sarhad corridor", () => {
  it("answers a feature with its area and what lies inside, nearest first", async () => {
    const { output } = await runSarhad(["corridor", "--half-width-km", "5", "--border", NATURAL_EARTH]);
    const { type, geometry, properties } = JSON.parse(output);
    expect([type, geometry.type]).toEqual(["Feature", "Polygon"]);
    // Union of geodesic capsules (pyproj, GEOS).
    expect(Math.abs(properties.areaKm2 / 8167.216761188065 - 1)).toBeLessThan(1e-4);
    const areas = Object.values<number>(properties.areaKm2ByCountry);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(properties.areaKm2, 3);
    const meters = properties.inside.map((place: { meters: number }) => place.meters);
    expect(meters).toEqual([...meters].sort((a: number, b: number) => a - b));
    expect(Math.max(...meters)).toBeLessThanOrEqual(5000);
  });

  it("without width is empty, with area 0", async () => {
    const { status, output } = await runSarhad(["corridor", "--width-km", "0"]);
    expect(status).toBe(0);
    const { geometry, properties } = JSON.parse(output);
    expect(geometry).toEqual({ type: "MultiPolygon", coordinates: [] });
    expect(properties.areaKm2).toBe(0);
  });

  it("writes to a file, and says when it cannot", async () => {
    const out = join(freshFolder(), "corridor.geojson");
    await runSarhad(["corridor", "--half-width-km", "5", "--along", "tests/fixtures/oracle/two.json", "--out", out]);
    expect(JSON.parse(readFileSync(out, "utf8")).type).toBe("Feature");
    const { status, errors } = await runSarhad(["corridor", "--half-width-km", "0", "--out", "/no/such/folder/x.json"]);
    expect(status).toBe(2);
    expect(errors).toContain("cannot write /no/such/folder/x.json: no such file or folder");
  });

  it.each([
    [["--half-width-km", "-1"], "must not be negative"],
    [["--half-width-km", "20000"], "must not be over 1,000 km"],
    [["--half-width-km", "wide"], "not a number of kilometres: wide"],
    [["--half-width-km", "5", "--along", "silk-road"], "unknown line: silk-road"],
    [[], "--half-width-km: is missing"],
  ])("refuses %j with status 2", async (given, message) => {
    const { status, errors } = await runSarhad(["corridor", ...given]);
    expect(errors).toContain(message);
    expect(status).toBe(2);
  });
});

it("an unknown command is refused, and help lists the known ones", async () => {
  const unknown = await runSarhad(["conquer"]);
  expect(unknown).toMatchObject({ status: 2, output: "" });
  expect(unknown.errors).toContain("unknown command: conquer");
  expect((await runSarhad(["help"])).output).toContain("sarhad enrich [IN.csv|-]");
});
