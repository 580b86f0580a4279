import { Builder } from "flatbuffers";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { Geometry } from "flatgeobuf/lib/mjs/flat-geobuf/geometry.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { buildHeader } from "flatgeobuf/lib/mjs/generic/featurecollection.js";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { describe, expect, it } from "vitest";
import { ImportError } from "../../../src/data/own/import-error";
import { readFile } from "./read";

const MAGIC = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0];

/** A file of one feature whose geometry `build` makes; none when it makes none. */
function fileOf(build: (builder: Builder) => number | null): Uint8Array {
  const builder = new Builder();
  const geometry = build(builder);
  Feature.startFeature(builder);
  if (geometry !== null) Feature.addGeometry(builder, geometry);
  builder.finishSizePrefixed(Feature.endFeature(builder));
  const header = buildHeader({
    ...{ geometryType: GeometryType.Unknown, columns: null, envelope: null, featuresCount: 1, indexNodeSize: 0 },
    ...{ crs: null, title: null, description: null, metadata: null },
  });
  return Uint8Array.from([...MAGIC, ...header, ...builder.asUint8Array()]);
}

interface Lists {
  readonly xy?: number[];
  readonly ends?: number[];
  readonly parts?: number[];
}

function geometryOf(builder: Builder, type: GeometryType, { xy, ends, parts }: Lists): number {
  const xyAt = xy && Geometry.createXyVector(builder, xy);
  const endsAt = ends && Geometry.createEndsVector(builder, ends);
  const partsAt = parts && Geometry.createPartsVector(builder, parts);
  Geometry.startGeometry(builder);
  if (endsAt !== undefined) Geometry.addEnds(builder, endsAt);
  if (xyAt !== undefined) Geometry.addXy(builder, xyAt);
  if (partsAt !== undefined) Geometry.addParts(builder, partsAt);
  Geometry.addType(builder, type);
  return Geometry.endGeometry(builder);
}

const refusal = async (bytes: Uint8Array) => {
  const error = await readFile(bytes as BlobPart, "x.fgb").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ImportError);
  return [(error as ImportError).fault, (error as ImportError).detail];
};

const LINE = [61, 26, 62, 27, 63, 28, 64, 29];

describe("FlatGeobuf", () => {
  it("is read with lines in parts, and with features that have no place", async () => {
    const lines = fileOf((builder) => geometryOf(builder, GeometryType.MultiLineString, { xy: LINE, ends: [2, 4] }));
    const { features } = await readFile(lines as BlobPart, "x.fgb");
    expect(features[0]?.geometry).toEqual({
      type: "MultiLineString",
      coordinates: [
        [
          [61, 26],
          [62, 27],
        ],
        [
          [63, 28],
          [64, 29],
        ],
      ],
    });
    const { report } = await readFile(fileOf(() => null) as BlobPart, "x.fgb");
    expect(report.total).toBe(1);
  });

  it("is refused where one part is used so often that going through it would never end", async () => {
    const bomb = fileOf((builder) => {
      let inner = geometryOf(builder, GeometryType.Point, { xy: [61, 26] });
      for (let depth = 0; depth < 30; depth++) {
        inner = geometryOf(builder, GeometryType.GeometryCollection, { parts: [inner, inner] });
      }
      return inner;
    });
    expect(await refusal(bomb)).toEqual(["not-flatgeobuf", "geometry"]);
  });

  it("is refused where the lines of a shape go back to its beginning", async () => {
    const ends = Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? 4 : 0));
    const lines = fileOf((builder) => geometryOf(builder, GeometryType.MultiLineString, { xy: LINE, ends }));
    expect((await refusal(lines))[0]).toBe("not-flatgeobuf");
  });

  it.each([
    ["the header", 8, "header"],
    ["a feature", null, "1"],
  ])("is refused by name where %s claims more than the file has", async (_, at, part) => {
    const geometry = { type: "Point" as const, coordinates: [61, 26] };
    const bytes = serialize({ type: "FeatureCollection", features: [{ type: "Feature", geometry, properties: {} }] });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint32(at ?? 12 + view.getUint32(8, true), 0x7fff_ffff, true);
    const [fault, detail] = await refusal(bytes);
    expect(fault).toBe("not-flatgeobuf");
    expect(detail).toMatch(new RegExp(`^${part}: 2147483647 > \\d+$`));
  });
});
