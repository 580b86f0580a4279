import { linesToGeoJson, type PackedPolygons, polygonsToGeoJson } from "../geo/packed";
import type {
  DistanceAnswer,
  Answer as EngineAnswer,
  GeneralisedLine,
  LineDistanceAnswer,
  MeasureAnswer,
} from "../geo/tasks";
import { measuredLine, type OverlayFeature, overlay } from "./overlay";
import type { Vertex } from "./vertex-history";

/** The distance asked for, by what is at its ends. */
export type MeasuredDistance =
  | { readonly to: "position"; readonly answer: DistanceAnswer }
  | { readonly to: "border"; readonly answer: LineDistanceAnswer };

/** True when the vertices come back to where they began, and so enclose an area. */
export function isClosed(vertices: readonly Vertex[]): boolean {
  const first = vertices[0];
  const last = vertices.at(-1);
  return (
    vertices.length > 3 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  );
}

/** What has been measured so far; a part that is not asked for, or not answered yet, is left out. */
export interface Measured {
  /** Outlines or sketches of corridors, each by itself or all taken together. */
  readonly corridors: { readonly isCombined: boolean; readonly outlines: readonly PackedPolygons[] };
  readonly generalised: GeneralisedLine | null;
  /** The corners that the reader set. */
  readonly vertices: readonly Vertex[];
  readonly line: MeasureAnswer | null;
  readonly distance: MeasuredDistance | null;
  readonly flat: EngineAnswer<"flat"> | null;
  /** Where the kilometre of the border lies that the reader went to. */
  readonly borderPosition: Vertex | null;
}

/** What a map draws over its layers to show the measured figures, lowest first. */
export function measureOverlays(measured: Measured): readonly OverlayFeature[] {
  return [
    ...areaOverlays(measured),
    ...vertexOverlays(measured),
    ...distanceOverlays(measured),
    ...(measured.flat ? [overlay("flat-line", linesToGeoJson(measured.flat.flat))] : []),
    ...(measured.borderPosition ? [pointOverlay("border-position", measured.borderPosition)] : []),
  ];
}

const pointOverlay = (role: Parameters<typeof overlay>[0], [lng, lat]: readonly [number, number]) =>
  overlay(role, { type: "Point", coordinates: [lng, lat] });

function areaOverlays({ corridors: { isCombined, outlines }, generalised }: Measured): OverlayFeature[] {
  const role = isCombined ? "combined-area" : "corridor-area";
  const areas = outlines.map((polygons, index) => overlay(role, polygonsToGeoJson(polygons), isCombined ? 0 : index));
  return generalised ? [...areas, overlay("generalised-line", linesToGeoJson(generalised.line))] : areas;
}

function vertexOverlays({ vertices, line }: Measured): OverlayFeature[] {
  const closed = isClosed(vertices);
  const shapes: OverlayFeature[] = [];
  if (line && vertices.length > 1) {
    const path = linesToGeoJson(line.path);
    const [ring] = path.coordinates;
    if (closed && ring) shapes.push(overlay("measure-area", { type: "Polygon", coordinates: [ring] }));
    const { meters, squareMeters, simple } = line;
    // Sides that cross each other enclose no area with a plain meaning.
    shapes.push(
      measuredLine("measure-line", path, { meters, errorMeters: 0, squareMeters: simple ? squareMeters : null }),
    );
  }
  const corners = closed ? vertices.slice(0, -1) : vertices;
  return [
    ...shapes,
    ...corners.map(([lng, lat], index) =>
      overlay("measure-vertex", { type: "Point", coordinates: [lng, lat] }, index, String(index + 1)),
    ),
  ];
}

function distanceOverlays({ distance }: Measured): OverlayFeature[] {
  if (!distance) return [];
  const { path, meters, estimate } = distance.answer;
  const figures = { meters, errorMeters: estimate.errorMeters, squareMeters: null };
  const line = measuredLine("distance-line", linesToGeoJson(path), figures);
  if (distance.to !== "border") return [line];
  return [
    line,
    ...distance.answer.feet.map(({ position }) => pointOverlay("distance-end", [position[0], position[1]])),
  ];
}
