import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/data/export/csv";
import { exportFeature } from "../../../src/data/export/export-feature";
import type { ExportFormat, ExportItem } from "../../../src/data/export/export-set";
import { flatgeobuf } from "../../../src/data/export/flatgeobuf";
import { geojson } from "../../../src/data/export/geojson";
import { gpx } from "../../../src/data/export/gpx";
import { kml } from "../../../src/data/export/kml";
import type { AtlasFeature } from "../../../src/data/feature";
import type { Layer } from "../../../src/data/manifest";
import { bytesOf, HOSTILE, manifest, setOf, shipped } from "../export/export-fixtures";
import { readFile } from "./read";

/** An export of `items`, read again as a reader would who presses on without touching the mapping. */
function again(format: ExportFormat, items: readonly ExportItem[], licence: string | null) {
  const [file] = format.write(setOf(items, licence), { hasByteOrderMark: true });
  return readFile(bytesOf(file?.chunks) as BlobPart, `again.${file?.extension}`);
}

const partOf = <Key extends string>({ properties }: AtlasFeature, key: Key): unknown =>
  (properties as Partial<Record<Key, unknown>>)[key] ?? null;

describe("the atlas's own records, exported and read again", () => {
  const wanted = shipped.filter(({ feature }) => feature.geometry === null || feature.geometry.type === "Point");
  const located = wanted.filter(({ feature }) => feature.geometry !== null);

  it.each([
    { format: geojson, items: wanted },
    { format: csv, items: wanted },
    { format: kml, items: wanted },
    { format: flatgeobuf, items: located },
  ])("$format.name: the same titles, positions, dates and precision", async ({ format, items }) => {
    const { preview, features, report } = await again(format, items, "CC-BY-4.0");
    expect(preview.suggested.table).toBe("sarhad");
    expect(report).toMatchObject({ total: items.length, accepted: items.length });
    expect(report.notes.size).toBe(0);
    for (const [index, item] of items.entries()) {
      const feature = features[index];
      if (!feature) throw new Error("a record is missing");
      const { title, kind } = item.feature.properties;
      expect(feature.properties.title).toEqual({ en: title.en });
      expect(partOf(feature, "category")).toBe(kind);
      expect(feature.geometry).toEqual(exportFeature(item, setOf(items)).geometry);
      const when = partOf(item.feature, "when") as Record<"start" | "end" | "precision", string> | null;
      expect(partOf(feature, "when")).toEqual(when && { start: when.start, end: when.end, precision: when.precision });
      const where = partOf(item.feature, "where") as { precision: string; uncertaintyRadiusM: number } | null;
      expect(partOf(feature, "where")).toEqual(
        where && { precision: where.precision, uncertaintyRadiusM: where.uncertaintyRadiusM },
      );
      if (format !== geojson) {
        const { layer, id } = partOf(feature, "cells") as Record<string, unknown>;
        expect(`${layer}/${id}`).toBe(`${item.layer.id}/${item.feature.id}`);
      }
    }
  });

  it("GPX: the same titles, kinds, positions and doubts about them", async () => {
    const { features, report } = await again(gpx, located, "CC-BY-4.0");
    expect(report).toMatchObject({ total: located.length, accepted: located.length });
    for (const [index, item] of located.entries()) {
      const { title, kind } = item.feature.properties;
      const feature = features[index];
      expect(feature?.properties.title).toEqual({ en: title.en });
      expect(feature && partOf(feature, "category")).toBe(kind);
      expect(feature?.geometry).toEqual(exportFeature(item, setOf(located)).geometry);
      const where = partOf(item.feature, "where") as { precision: string; uncertaintyRadiusM: number } | null;
      expect(feature && partOf(feature, "where")).toEqual(
        where && { precision: where.precision, uncertaintyRadiusM: where.uncertaintyRadiusM },
      );
    }
  });

  it("CSV and FlatGeobuf: lines and areas too", async () => {
    for (const format of [csv, flatgeobuf]) {
      const shapes = shipped.filter(({ feature }) => feature.geometry !== null);
      const { features } = await again(format, shapes, "CC-BY-4.0");
      expect(features.map(({ geometry }) => geometry)).toEqual(
        shapes.map((item) => exportFeature(item, setOf(shapes)).geometry),
      );
    }
  });
});

const townLayer = manifest.layers.find(({ id }) => id === "towns");
const ownLayer = { ...townLayer, id: "own-wells", group: "own" } as Layer;

/** A table as readers bring it, with a column that has the name of one of ours, and texts that are hard to write. */
const TABLE = [
  "name,date,lat,lon,notes",
  ...HOSTILE.map((text, at) => {
    const cell = `"${text.replaceAll("\u0000", "").replaceAll("\ud800", "").replaceAll('"', '""')}"`;
    return `Well ${at},2024-01-${String(at + 1).padStart(2, "0")},${27 + at / 100},${62 + at / 100},${cell}`;
  }),
].join("\n");

describe("a layer of the reader's own, exported and read again", () => {
  const brought = async () => {
    const { features } = await readFile(TABLE, "wells.csv");
    expect(features).toHaveLength(HOSTILE.length);
    return features.map((feature): ExportItem => ({ layer: ownLayer, feature }));
  };

  it("CSV: every record, cell for cell, as often as one likes", async () => {
    const items = await brought();
    const once = await again(csv, items, null);
    expect(once.features).toEqual(items.map(({ feature }) => feature));
    const twice = await again(
      csv,
      once.features.map((feature) => ({ layer: ownLayer, feature })),
      null,
    );
    expect(twice.features).toEqual(once.features);
  });

  it("GeoJSON and FlatGeobuf: every record, cell for cell", async () => {
    const items = await brought();
    for (const format of [geojson, flatgeobuf]) {
      const { features } = await again(format, items, null);
      expect(features).toEqual(items.map(({ feature }) => feature));
    }
  });

  it("KML and GPX: every record with its title, place and date", async () => {
    const items = await brought();
    for (const format of [kml, gpx]) {
      const { features } = await again(format, items, null);
      expect(features.map(({ id }) => id)).toEqual(items.map(({ feature }) => feature.id));
      expect(features.map(({ geometry }) => geometry)).toEqual(items.map(({ feature }) => feature.geometry));
      expect(features.map(({ properties }) => properties.title)).toEqual(
        items.map(({ feature }) => feature.properties.title),
      );
      expect(features.map((feature) => partOf(feature, "when"))).toEqual(
        items.map(({ feature }) => partOf(feature, "when")),
      );
    }
  });

  it.each([
    "esri-polygon-4326.json",
    "esri-polyline-measures.json",
    "kml-html-entities.kml",
    "day-numbers.csv",
  ])("GeoJSON, CSV and FlatGeobuf: %s, record for record", async (name) => {
    const { features } = await readFile(readFileSync(join(import.meta.dirname, "../../fixtures/corpora", name)), name);
    const items = features.map((feature) => ({ layer: ownLayer, feature }));
    for (const format of [geojson, csv, flatgeobuf]) {
      const back = await again(format, items, null);
      const numbered = back.features.map((feature, at) => ({ ...feature, id: features[at]?.id }));
      expect(numbered, format.name).toEqual(features);
    }
  });

  it("CSV: lines keep their shape beside points", async () => {
    const line = {
      type: "LineString" as const,
      coordinates: [
        [61, 27],
        [62, 28.5],
      ],
    };
    const text = JSON.stringify({
      type: "FeatureCollection",
      features: [
        { type: "Feature", geometry: line, properties: { name: "=road" } },
        { type: "Feature", geometry: { type: "Point", coordinates: [61.5, 29] }, properties: { name: "'=post" } },
        { type: "Feature", geometry: null, properties: { name: "nowhere" } },
      ],
    });
    const { features } = await readFile(text, "mixed.geojson");
    const back = await again(
      csv,
      features.map((feature) => ({ layer: ownLayer, feature })),
      null,
    );
    expect(back.features).toEqual(features);
  });
});

describe("tables of events, exported and read again", () => {
  it.each([geojson, csv, kml, flatgeobuf])("$name: days, precision and radius stay as they were", async (format) => {
    for (const name of ["ucdp-ged.csv", "acled.csv"]) {
      const { features } = await readFile(readFileSync(join(import.meta.dirname, "../../fixtures/own", name)), name);
      const back = await again(
        format,
        features.map((feature) => ({ layer: ownLayer, feature })),
        null,
      );
      for (const part of ["when", "where", "category"] as const) {
        expect(back.features.map((feature) => partOf(feature, part))).toEqual(
          features.map((feature) => partOf(feature, part)),
        );
      }
    }
  });

  it("GPX: the same first and last days", async () => {
    const { features } = await readFile(
      readFileSync(join(import.meta.dirname, "../../fixtures/own/acled.csv")),
      "a.csv",
    );
    const back = await again(
      gpx,
      features.map((feature) => ({ layer: ownLayer, feature })),
      null,
    );
    const daysOf = (feature: AtlasFeature) => {
      const when = partOf(feature, "when") as { start: string; end: string } | null;
      return when && [when.start, when.end];
    };
    expect(back.features.map(daysOf)).toEqual(features.map(daysOf));
  });
});

describe("a table of somebody else's", () => {
  it("keeps the apostrophes with which its cells begin", async () => {
    const { features } = await readFile("lon,lat,name\n61,29,'=kept\n", "foreign.csv");
    expect(features[0] && partOf(features[0], "cells")).toMatchObject({ name: "'=kept" });
  });
});
