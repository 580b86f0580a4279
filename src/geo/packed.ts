import type { Position as JsonPosition, MultiLineString, MultiPolygon } from "geojson";
import type { Position } from "./position";

/** Lines as flat arrays that cross a thread boundary without copying: part `i` ends before vertex `partEnds[i]`. */
export interface PackedLines {
  /** lng, lat, lng, lat, … in degrees. */
  readonly coordinates: Float64Array;
  readonly partEnds: Uint32Array;
}

/** Polygons as flat arrays: ring `i` ends before vertex `ringEnds[i]`, polygon `k` before ring `polygonEnds[k]`. */
export interface PackedPolygons {
  readonly coordinates: Float64Array;
  readonly ringEnds: Uint32Array;
  readonly polygonEnds: Uint32Array;
}

function flatten(parts: readonly (readonly (readonly number[])[])[]): PackedLines {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const coordinates = new Float64Array(count * 2);
  const partEnds = new Uint32Array(parts.length);
  let vertex = 0;
  parts.forEach((part, index) => {
    for (const [lng = Number.NaN, lat = Number.NaN] of part) {
      coordinates[2 * vertex] = lng;
      coordinates[2 * vertex + 1] = lat;
      vertex++;
    }
    partEnds[index] = vertex;
  });
  return { coordinates, partEnds };
}

function slicePositions(coordinates: Float64Array, from: number, to: number): JsonPosition[] {
  const positions: JsonPosition[] = [];
  for (let vertex = from; vertex < to; vertex++) {
    positions.push([coordinates[2 * vertex] as number, coordinates[2 * vertex + 1] as number]);
  }
  return positions;
}

/** Packs the parts of a line; further numbers of a position (heights) are left out. */
export function packLines(parts: readonly (readonly (readonly number[])[])[]): PackedLines {
  return flatten(parts);
}

/** The parts of a packed line as positions. */
export function unpackLines({ coordinates, partEnds }: PackedLines): Position[][] {
  return Array.from(partEnds, (end, index) =>
    slicePositions(coordinates, index === 0 ? 0 : (partEnds[index - 1] as number), end).map(
      ([lng = 0, lat = 0]): Position => [lng, lat],
    ),
  );
}

/** The packed line as GeoJSON. */
export function linesToGeoJson(lines: PackedLines): MultiLineString {
  return {
    type: "MultiLineString",
    coordinates: unpackLines(lines).map((part) => part.map(([lng, lat]) => [lng, lat])),
  };
}

/** Packs polygons given as GeoJSON writes them: rings closed, outer ring first. */
export function packPolygons(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): PackedPolygons {
  const { coordinates, partEnds } = flatten(polygons.flat());
  const polygonEnds = new Uint32Array(polygons.length);
  let rings = 0;
  polygons.forEach((polygon, index) => {
    rings += polygon.length;
    polygonEnds[index] = rings;
  });
  return { coordinates, ringEnds: partEnds, polygonEnds };
}

/** The polygons as nested arrays of closed rings. */
export function unpackPolygons({ coordinates, ringEnds, polygonEnds }: PackedPolygons): JsonPosition[][][] {
  return Array.from(polygonEnds, (end, index) => {
    const rings: JsonPosition[][] = [];
    for (let ring = index === 0 ? 0 : (polygonEnds[index - 1] as number); ring < end; ring++) {
      rings.push(
        slicePositions(coordinates, ring === 0 ? 0 : (ringEnds[ring - 1] as number), ringEnds[ring] as number),
      );
    }
    return rings;
  });
}

/** The packed polygons as GeoJSON; without polygons an empty MultiPolygon. */
export function polygonsToGeoJson(polygons: PackedPolygons): MultiPolygon {
  return { type: "MultiPolygon", coordinates: unpackPolygons(polygons) };
}

/** The buffers of packed arrays, to be transferred instead of copied. */
export function transferables(packed: PackedLines | PackedPolygons): ArrayBuffer[] {
  return Object.values(packed).map((array: Float64Array | Uint32Array) => array.buffer as ArrayBuffer);
}
