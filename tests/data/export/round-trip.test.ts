import { gpx as readGpx, kml as readKml } from "@tmcw/togeojson";
import { wktToGeoJSON } from "betterknown";
import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/data/export/csv";
import { exportFeature } from "../../../src/data/export/export-feature";
import type { ExportFormat } from "../../../src/data/export/export-set";
import { flatgeobuf } from "../../../src/data/export/flatgeobuf";
import { geojson } from "../../../src/data/export/geojson";
import { gpx } from "../../../src/data/export/gpx";
import { kml } from "../../../src/data/export/kml";
import type { AnyRecord } from "../../../src/data/record";
import { bytesOf, parseXml, register, setOf, shipped, textOf, texts } from "./export-fixtures";

const WITHOUT_MARK = { hasByteOrderMark: false };
const set = setOf(shipped);
const expected = shipped.map((item) => exportFeature(item, set));
const located = expected.filter(({ geometry }) => geometry !== null);
const write = (format: ExportFormat) => format.write(set, WITHOUT_MARK)[0]?.chunks;

/** A geometry with each Multi… of one part as that part, as formats without them give it back. */
function simplest(geometry: Geometry | null): Geometry | null {
  if (geometry?.type === "GeometryCollection") {
    const parts = geometry.geometries;
    const [first] = parts;
    if (!first || parts.some(({ type }) => type !== first.type)) return geometry;
    if (parts.length === 1) return first;
    const coordinates = parts.map((part) => (part as { coordinates: unknown }).coordinates);
    return { type: `Multi${first.type}`, coordinates } as Geometry;
  }
  if (geometry && "coordinates" in geometry && geometry.type.startsWith("Multi") && geometry.coordinates.length === 1) {
    return { type: geometry.type.slice(5), coordinates: geometry.coordinates[0] } as Geometry;
  }
  return geometry;
}

describe("records that are written and read again by other hands", () => {
  it("are the same as GeoJSON, with their whole record", () => {
    const collection = JSON.parse(textOf(write(geojson))) as FeatureCollection<Geometry | null>;
    expect(collection.features).toHaveLength(shipped.length);
    for (const [index, feature] of collection.features.entries()) {
      const item = shipped[index];
      const wanted = expected[index];
      expect(feature.id).toBe(item?.feature.id);
      expect(feature.geometry).toEqual(wanted?.geometry);
      const { layer, name, sourceDetails, translations, ...record } = feature.properties ?? {};
      expect(layer).toBe(item?.layer.id);
      expect(name).toBe(item?.feature.properties.title.en);
      expect(sourceDetails).toEqual(wanted?.sources);
      expect(Object.keys(translations)).toEqual(["ur", "fa"]);
      for (const id of record.sources) expect(sourceDetails).toContainEqual(register.get(id));
      if (!("alsoAt" in record)) expect(record).toEqual(item?.feature.properties);
    }
  });

  it("are the same as CSV, with a row each", async () => {
    const { data, errors } = Papa.parse<Record<string, string>>(textOf(write(csv)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map(({ layer, id }) => `${layer}/${id}`)).toEqual(
      shipped.map(({ layer, feature }) => `${layer.id}/${feature.id}`),
    );
    for (const [index, row] of data.entries()) {
      const wanted = expected[index];
      const geometry = row.wkt ? wktToGeoJSON(row.wkt) : null;
      const point: Geometry | null = row.lon
        ? { type: "Point", coordinates: [Number(row.lon), Number(row.lat)] }
        : null;
      expect(point ?? geometry).toEqual(wanted?.geometry);
      expect(row.summary).toBe(wanted?.description);
      expect(row.licence).toBe("CC-BY-4.0");
      expect(row.link).toBe(set.provenance.link);
    }
  });

  it("say in Urdu and in Persian what they say in English", () => {
    const { data } = Papa.parse<Record<string, string>>(textOf(write(csv)), { header: true, skipEmptyLines: true });
    for (const language of ["ur", "fa"] as const) {
      for (const [index, row] of data.entries()) {
        expect(row[`name_${language}`]).toBe(shipped[index]?.feature.properties.title[language]);
        const record = shipped[index]?.feature.properties as AnyRecord;
        expect(row[`summary_${language}`]).toBe(record.summary[language]);
      }
      const strike = data.find(({ id }) => id === "koh-e-sabz-2024-01-16");
      const claimants = texts[language]?.["IRGC, by Tasnim"];
      expect(claimants).toMatch(/\p{Script=Arabic}/u);
      expect(strike?.[`claims_${language}`]).toContain(`${claimants} asserts (responsibility, 2024-01-16): `);
      for (const column of ["grade_rationale", "responsibility", "claims"]) {
        expect(strike?.[`${column}_${language}`], column).not.toMatch(/[A-Z][a-z]+ [a-z]+ [a-z]+/);
      }
      const { features } = JSON.parse(textOf(write(geojson)));
      const nested = features.find(({ id }: { id: string }) => id === "koh-e-sabz-2024-01-16").properties;
      expect(nested.translations[language][nested.verification.rationale]).toBe(
        strike?.[`grade_rationale_${language}`],
      );
    }
  });

  it("bear their names in the reader's language in KML and GPX", () => {
    const persian = { ...set, provenance: { ...set.provenance, language: "fa" as const } };
    for (const format of [kml, gpx]) {
      const text = textOf(format.write(persian, WITHOUT_MARK)[0]?.chunks);
      expect(text).toContain("<name>گوادر</name>");
      expect(text).not.toContain("<name>Gwadar</name>");
    }
  });

  it("name all their sources in CSV, and list them once in a table of their own", () => {
    const { data } = Papa.parse<Record<string, string>>(textOf(write(csv)), { header: true, skipEmptyLines: true });
    const listed = Papa.parse<Record<string, string>>(textOf(csv.write(set, WITHOUT_MARK)[1]?.chunks), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const ids = listed.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, { sources, source_ids }] of data.entries()) {
      const wanted = expected[index]?.sources ?? [];
      expect(source_ids?.split(";")).toEqual(wanted.map(({ id }) => id));
      expect(wanted.every(({ id }) => ids.includes(id))).toBe(true);
      const urls = wanted.flatMap((source) => source.url ?? source.archivedUrl ?? []);
      expect(sources === "" ? [] : sources?.split(";")).toEqual([...new Set(urls)]);
    }
  });

  it("are the same as KML", () => {
    const collection = readKml(parseXml(textOf(write(kml))) as unknown as Document);
    expect(collection.features).toHaveLength(expected.length);
    for (const [index, { geometry, properties }] of collection.features.entries()) {
      const wanted = expected[index];
      expect(simplest(geometry)).toEqual(simplest(wanted?.geometry ?? null));
      expect(`${properties?.layer}/${properties?.id}`).toBe(`${wanted?.layer}/${wanted?.id}`);
      expect(properties?.name).toBe(wanted?.name);
      expect(properties?.sources ?? "").toBe(wanted?.columns.get("sources"));
      if (wanted?.when) expect(properties?.timespan).toEqual({ begin: wanted.when.start, end: wanted.when.end });
    }
  });

  it("are the same as GPX, areas as their outlines", () => {
    const { features } = readGpx(parseXml(textOf(write(gpx))) as unknown as Document);
    const outline = (geometry: Geometry): Geometry => {
      if (geometry.type === "Polygon") return { type: "MultiLineString", coordinates: geometry.coordinates };
      if (geometry.type === "MultiPolygon")
        return { type: "MultiLineString", coordinates: geometry.coordinates.flat() };
      return geometry;
    };
    const isPoint = ({ geometry }: { readonly geometry: Geometry | null }) => geometry?.type === "Point";
    // Waypoints come first in a GPX file, and the parser reads tracks first.
    const wanted = [...located.filter((feature) => !isPoint(feature)), ...located.filter(isPoint)];
    expect(features).toHaveLength(wanted.length);
    for (const [index, { geometry, properties }] of features.entries()) {
      const record = wanted[index];
      if (!record?.geometry) throw new Error("no such record");
      expect(simplest(geometry)).toEqual(simplest(outline(record.geometry)));
      expect(properties?.name).toBe(record.name);
      expect(properties?.cmt).toMatch(new RegExp(`^${record.layer}/${record.id}( |$)`));
      expect(String(properties?.cmt).endsWith(" outline of an area")).toBe(record.geometry.type.endsWith("Polygon"));
      if (record.columns.get("uncertainty_m") !== undefined) {
        const known = `${record.columns.get("precision")}, within ${record.columns.get("uncertainty_m")} m`;
        expect(properties?.cmt).toContain(known);
      }
      const links = (properties?.links ?? []) as readonly { readonly href: string }[];
      expect(links.map(({ href }) => href)).toEqual(record.sources.flatMap(({ url }) => url ?? []));
    }
  });

  it("are the same as FlatGeobuf, with their columns", async () => {
    const features: Feature[] = [];
    for await (const feature of deserialize(bytesOf(write(flatgeobuf)))) features.push(feature as Feature);
    expect(features).toHaveLength(located.length);
    for (const [index, { geometry, properties }] of features.entries()) {
      const wanted = located[index];
      expect(geometry).toEqual(wanted?.geometry);
      const present = [...(wanted?.columns ?? [])].filter(([, value]) => value !== null);
      expect(properties).toEqual(Object.fromEntries(present));
    }
  });
});

const OUTER_RINGS = { Polygon: true, MultiPolygon: true };

function turn(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[index + 1] ?? [x, y];
    return sum + (nextX - x) * (nextY + y);
  }, 0);
}

describe("the GeoJSON of an export", () => {
  it("is as RFC 7946 wants it: box, no crs, few decimals, rings by the right-hand rule", () => {
    const text = textOf(write(geojson));
    const collection = JSON.parse(text) as FeatureCollection<Geometry | null> & { origin: Record<string, unknown> };
    expect(collection).not.toHaveProperty("crs");
    expect(collection.bbox).toHaveLength(4);
    const positions: Position[] = [];
    for (const { geometry } of collection.features) {
      if (geometry && geometry.type in OUTER_RINGS) {
        const polygons =
          geometry.type === "Polygon"
            ? [geometry.coordinates]
            : geometry.type === "MultiPolygon"
              ? geometry.coordinates
              : [];
        for (const [outer = [], ...holes] of polygons) {
          // The shoelace sum of (x₂ − x₁)(y₂ + y₁) is negative for a ring that runs counter-clockwise.
          expect(turn(outer)).toBeLessThan(0);
          for (const hole of holes) expect(turn(hole)).toBeGreaterThan(0);
        }
      }
      JSON.stringify(geometry, (_key, value) => {
        if (Array.isArray(value) && typeof value[0] === "number") positions.push(value);
        return value;
      });
    }
    expect(positions.length).toBeGreaterThan(1000);
    for (const position of positions)
      for (const degrees of position) expect(String(degrees)).toMatch(/^-?\d+(\.\d{1,5})?$/);
    const [west = 0, south = 0, east = 0, north = 0] = collection.bbox ?? [];
    expect(west).toBe(Math.min(...positions.map(([lng = 0]) => lng)));
    expect(south).toBe(Math.min(...positions.map(([, lat = 0]) => lat)));
    expect(east).toBe(Math.max(...positions.map(([lng = 0]) => lng)));
    expect(north).toBe(Math.max(...positions.map(([, lat = 0]) => lat)));
    expect(collection.origin).toMatchObject({
      licence: "CC-BY-4.0",
      dataVersion: "1.0.0",
      retrieved: "2026-11-26",
      link: set.provenance.link,
      filters: { kind: ["strike"] },
      period: { from: "2024-01-01", to: "2024-01-31" },
    });
  });
});
