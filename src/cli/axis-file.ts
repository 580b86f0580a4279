import { existsSync, readFileSync } from "node:fs";
import type { GeoJSON, Geometry } from "geojson";
import { checkPosition, type Position } from "../geo/position";
import { systemReason } from "./output";
import { UsageError } from "./usage-error";

/** What a file gives to measure along: the parts of a line, or one point. */
export type AxisOfFile = { readonly parts: readonly (readonly Position[])[] } | { readonly point: Position };

/** True for an argument that means a file and not an id. */
export function looksLikeFile(text: string): boolean {
  return /[./\\]/.test(text) || existsSync(text);
}

function readGeoJson(path: string): GeoJSON {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${systemReason(error)}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new UsageError(`cannot read ${path}: not valid JSON`);
  }
  if (typeof value !== "object" || value === null || !("type" in value)) {
    throw new UsageError(`cannot read ${path}: not GeoJSON`);
  }
  return value as GeoJSON;
}

function geometriesOf(value: GeoJSON): (Geometry | null)[] {
  if (value.type === "FeatureCollection") return value.features.map(({ geometry }) => geometry);
  if (value.type === "Feature") return [value.geometry];
  if (value.type === "GeometryCollection") return value.geometries;
  return [value];
}

function checkPart(part: unknown, path: string): Position[] {
  if (!Array.isArray(part)) throw new UsageError(`cannot read ${path}: coordinates are not a list of positions`);
  return part.map((position: unknown, index) => {
    if (!Array.isArray(position)) throw new UsageError(`cannot read ${path}: vertex ${index} is not a position`);
    return checkPosition(position, `${path} vertex ${index}`);
  });
}

/**
 * The line or point in a GeoJSON file: a LineString, MultiLineString or Point, alone, as a Feature, or in a collection
 * with nothing else in it. Throws a UsageError that names the file and the fault.
 */
export function readAxisFile(path: string): AxisOfFile {
  const geometries = geometriesOf(readGeoJson(path)).filter((geometry) => geometry !== null);
  const parts: Position[][] = [];
  const points: Position[] = [];
  for (const geometry of geometries) {
    if (geometry.type === "LineString") parts.push(checkPart(geometry.coordinates, path));
    else if (geometry.type === "MultiLineString" && Array.isArray(geometry.coordinates)) {
      parts.push(...geometry.coordinates.map((part) => checkPart(part, path)));
    } else if (geometry.type === "Point") points.push(...checkPart([geometry.coordinates], path));
    else throw new UsageError(`cannot read ${path}: holds a ${geometry.type}, not a line`);
  }
  const [point, ...morePoints] = points;
  if (point && morePoints.length === 0 && parts.length === 0) return { point };
  if (points.length > 0)
    throw new UsageError(`cannot read ${path}: holds ${points.length} points, not one line or point`);
  return { parts };
}

/** As `readAxisFile`, for a file that must hold a line. */
export function readLineFile(path: string): readonly (readonly Position[])[] {
  const axis = readAxisFile(path);
  if ("point" in axis) throw new UsageError(`cannot read ${path}: holds a point, not a line`);
  return axis.parts;
}
