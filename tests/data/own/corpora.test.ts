import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Geometry, Position } from "geojson";
import { expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import cases from "../../fixtures/corpora/cases.json";
import { readFile, skippedCount } from "./read";

const FOLDER = join(import.meta.dirname, "../../fixtures/corpora");

type Taken = readonly [type: string, lng: number, lat: number] | null;
type Case = { readonly refused: string } | { readonly total: number; readonly taken: readonly Taken[] };

const CASES = Object.entries(cases as unknown as Record<string, Case>);
/** The example of TopoJSON is as coarse as this. */
const QUANTUM_DEGREES = 0.0006;

function firstPosition(geometry: Geometry): Position {
  if (geometry.type === "GeometryCollection") return firstPosition(geometry.geometries[0] as Geometry);
  let first = geometry.coordinates as Position | Position[] | Position[][] | Position[][][];
  while (Array.isArray(first[0])) first = first[0];
  return first as Position;
}

it("has a case for every file", () => {
  const files = readdirSync(FOLDER).filter((name) => name !== "README.md" && name !== "cases.json");
  expect(CASES.map(([name]) => name)).toEqual(files.sort());
});

it.each(CASES)("%s becomes what its specification says", async (name, expected) => {
  const bytes = readFileSync(join(FOLDER, name));
  if ("refused" in expected) {
    const refusal = await readFile(bytes, name).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImportError);
    expect((refusal as ImportError).fault).toBe(expected.refused);
    return;
  }
  const { report, features } = await readFile(bytes, name);
  expect(report.total).toBe(expected.total);
  expect(report.accepted + skippedCount(report)).toBe(expected.total);
  const read = features.map(({ geometry }): Taken => {
    if (!geometry) return null;
    const [lng = Number.NaN, lat = Number.NaN] = firstPosition(geometry as Geometry);
    return [geometry.type, lng, lat];
  });
  const inOrder = (all: readonly Taken[]) => [...all].sort((a, b) => String(a).localeCompare(String(b)));
  const [actual, wanted] = [inOrder(read), inOrder(expected.taken)];
  expect(actual.map((one) => one?.[0])).toEqual(wanted.map((one) => one?.[0]));
  for (const [at, one] of wanted.entries()) {
    expect(Math.abs((actual[at]?.[1] ?? 0) - (one?.[1] ?? 0))).toBeLessThan(QUANTUM_DEGREES);
    expect(Math.abs((actual[at]?.[2] ?? 0) - (one?.[2] ?? 0))).toBeLessThan(QUANTUM_DEGREES);
  }
});
