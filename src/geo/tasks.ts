import type { PackedLines, PackedPolygons } from "./packed";
import type { Position } from "./position";

/** Where a point lies: an ISO 3166-1 alpha-2 code of a loaded country, the sea, or other land. */
export type Side = "IR" | "PK" | "AF" | "sea" | "other";

/** A figure with the range that the doubt of its inputs implies, in metres. */
export interface Estimate {
  readonly meters: number;
  readonly lowMeters: number;
  readonly highMeters: number;
  /** The radius of doubt behind the range: that of the ends plus that of the line. */
  readonly errorMeters: number;
}

/** How a figure was computed; one word each, explained in docs/geodesy.md. */
export type Method = "wgs84-geodesic" | "wgs84-geodesic-nearest" | "wgs84-geodesic-corridor" | "wgs84-geodesic-area";

/** A line as an answer names it. */
export interface LineSummary {
  readonly id: string;
  readonly vertices: number;
  readonly meters: number;
  /** How far the line may be from what it stands for; null when nobody said. */
  readonly dataErrorMeters: number | null;
}

/** A line of the reader's own: parts of at least two positions each, joined by geodesics. */
export interface DrawnLine {
  readonly id: string;
  readonly parts: readonly (readonly Position[])[];
  readonly dataErrorMeters?: number | null;
}

/** A loaded line by its id (`border`, `border-200m`, a corridor's id), or a drawn one. */
export type LineReference = string | DrawnLine;

/** What a corridor follows: a line, or one point. */
export type CorridorAxis = LineReference | { readonly point: Position };

/** A place or event that can be ranked. `key` is `layer/id`, `group` the layer. */
export interface Place {
  readonly key: string;
  readonly group: string;
  readonly position: Position;
  /** How far the true place may be from the position. */
  readonly radiusMeters: number;
}

/** A place on a line that is nearest to a point. */
export interface Foot {
  readonly position: Position;
  readonly meters: number;
  /** Distance along the line from its first vertex. */
  readonly chainageMeters: number;
  /** Direction from the foot to the point at the foot, clockwise from north, in degrees from −180 to 180. */
  readonly bearingDegrees: number;
}

/** On which side, and whether that is in doubt. */
export interface SideAnswer {
  readonly side: Side;
  /** True when the point is nearer to the line than the line's data error and the point's own doubt together. */
  readonly ambiguous: boolean;
}

export interface DistanceAnswer {
  readonly meters: number;
  readonly initialBearingDegrees: number;
  readonly finalBearingDegrees: number;
  readonly estimate: Estimate;
  /** The geodesic, to be drawn. */
  readonly path: PackedLines;
  readonly method: Method;
}

export interface LineDistanceAnswer extends SideAnswer {
  readonly meters: number;
  readonly nearest: Position;
  readonly chainageMeters: number;
  readonly initialBearingDegrees: number;
  readonly finalBearingDegrees: number;
  /** Every place on the line within one metre of the least distance, along the line; one unless it is a tie. */
  readonly feet: readonly Foot[];
  readonly estimate: Estimate;
  readonly path: PackedLines;
  readonly line: LineSummary;
  readonly method: Method;
}

export interface Leg {
  readonly meters: number;
  readonly initialBearingDegrees: number;
  readonly finalBearingDegrees: number;
}

export interface MeasureAnswer {
  readonly legs: readonly Leg[];
  /** Length of the line, or perimeter of the area. */
  readonly meters: number;
  /** Null unless the positions close an area of three or more corners. */
  readonly squareMeters: number | null;
  /** False when the sides of the area cross each other: its area then has no plain meaning. */
  readonly simple: boolean;
  readonly path: PackedLines;
  readonly method: Method;
}

export interface RankedPlace extends SideAnswer {
  readonly key: string;
  readonly group: string;
  readonly meters: number;
  readonly initialBearingDegrees: number;
  readonly estimate: Estimate;
  /** Where along the border the place lies, and how far from it; null when no border is loaded. */
  readonly chainageMeters: number | null;
  readonly borderMeters: number | null;
}

export interface CorridorRequest {
  readonly along: CorridorAxis;
  /** From 0 to 1,000,000 metres to each side. */
  readonly halfWidthMeters: number;
}

/** Square metres in all and where they lie; the parts add up to the whole. */
export interface AreaByCountry {
  readonly squareMeters: number;
  readonly byCountry: Readonly<Record<Side, number>>;
}

export interface CorridorAnswer extends AreaByCountry {
  readonly polygons: PackedPolygons;
  readonly halfWidthMeters: number;
  /** Null around a point. */
  readonly line: LineSummary | null;
  /** Places within, nearest to the axis first; by distance, never by the drawn outline. */
  readonly inside: readonly RankedPlace[];
  readonly method: Method;
}

export interface CombinedAnswer extends AreaByCountry {
  readonly polygons: PackedPolygons;
  readonly inside: readonly string[];
  readonly method: Method;
}

export interface ProfileEntry extends SideAnswer {
  readonly key: string;
  readonly group: string;
  readonly chainageMeters: number;
  readonly meters: number;
}

export interface GeneralisedLine {
  readonly toleranceMeters: number;
  readonly vertices: number;
  readonly meters: number;
  readonly line: PackedLines;
}

/** Figures of many points, one entry per point; NaN where a point is no position. */
export interface EnrichedPoints {
  readonly meters: Float64Array;
  readonly chainageMeters: Float64Array;
  /** lng, lat of the nearest place on the line. */
  readonly nearest: Float64Array;
  /** Index into `SIDES`; 255 where a point is no position. */
  readonly side: Uint8Array;
}

/** The order in which `EnrichedPoints.side` counts. */
export const SIDES: readonly Side[] = ["IR", "PK", "AF", "sea", "other"];

/** What may be asked: each question with its answer. `line` is `border` unless said otherwise. */
export interface Tasks {
  /** From point to point. */
  distance: {
    question: {
      readonly from: Position;
      readonly to: Position;
      readonly fromRadiusMeters?: number;
      readonly toRadiusMeters?: number;
    };
    answer: DistanceAnswer;
  };
  /** From a point to a line, with chainage and side. */
  toLine: {
    question: { readonly from: Position; readonly radiusMeters?: number; readonly line?: LineReference };
    answer: LineDistanceAnswer;
  };
  /** A line of several legs, or the area it encloses. */
  measure: {
    question: { readonly positions: readonly Position[]; readonly closed: boolean };
    answer: MeasureAnswer;
  };
  /** The loaded places and those in `also` ranked by distance; `except` is a key, `groups` the layers wanted. */
  near: {
    question: {
      readonly from: Position;
      readonly radiusMeters?: number;
      readonly groups?: readonly string[];
      readonly except?: string;
      readonly also?: readonly Place[];
      readonly limit?: number;
    };
    answer: readonly RankedPlace[];
  };
  /** The outline of everything within a half-width, its area and which of the loaded places lie inside. */
  corridor: { question: CorridorRequest; answer: CorridorAnswer };
  /** Those of some places that lie inside a corridor, in the order given. */
  inside: { question: CorridorRequest & { readonly places: readonly Place[] }; answer: readonly RankedPlace[] };
  /** Quick sketches of corridors, to be seen while the exact ones are computed: one each, or one of them combined. */
  sketch: {
    question: {
      readonly operation: "apart" | "union" | "intersection";
      readonly corridors: readonly CorridorRequest[];
    };
    answer: readonly PackedPolygons[];
  };
  /** What two or more corridors cover together, or in common. */
  combine: {
    question: { readonly operation: "union" | "intersection"; readonly corridors: readonly CorridorRequest[] };
    answer: CombinedAnswer;
  };
  /** Which points lie within the half-width (1) or not (0); points as lng, lat, … */
  membership: {
    question: CorridorRequest & { readonly points: Float64Array };
    answer: Uint8Array;
  };
  /** The position at a chainage. */
  positionAt: {
    question: { readonly line?: LineReference; readonly chainageMeters: number };
    answer: { readonly position: Position; readonly chainageMeters: number; readonly line: LineSummary };
  };
  /** The part of a line between two chainages, from the first to the second. */
  slice: {
    question: { readonly line?: LineReference; readonly fromMeters: number; readonly toMeters: number };
    answer: { readonly meters: number; readonly path: PackedLines; readonly line: LineSummary };
  };
  /** What lies along a line, by chainage. */
  profile: {
    question: {
      readonly line?: LineReference;
      readonly withinMeters: number;
      readonly groups?: readonly string[];
    };
    answer: { readonly entries: readonly ProfileEntry[]; readonly line: LineSummary };
  };
  /** The line generalised to a tolerance, and its length then. */
  generalise: {
    question: { readonly line?: LineReference; readonly toleranceMeters: number };
    answer: GeneralisedLine;
  };
  /** A geodesic beside the line a flat map draws between the same ends. */
  flat: {
    question: { readonly from: Position; readonly to: Position };
    answer: {
      readonly geodesicMeters: number;
      /** Length of the line that is straight on a Mercator map. */
      readonly flatMeters: number;
      /** The greatest distance between the two. */
      readonly apartMeters: number;
      readonly geodesic: PackedLines;
      readonly flat: PackedLines;
    };
  };
  /** Figures of many points at once; points as lng, lat, … */
  enrich: {
    question: { readonly points: Float64Array; readonly line?: LineReference };
    answer: EnrichedPoints;
  };
  /** All distances among positions: row by row, in metres. */
  matrix: {
    question: { readonly positions: readonly Position[] };
    answer: Float64Array;
  };
  /** The loaded lines. */
  lines: { question: Readonly<Record<string, never>>; answer: readonly LineSummary[] };
}

export type TaskName = keyof Tasks;
export type Question<Name extends TaskName> = Tasks[Name]["question"];
export type Answer<Name extends TaskName> = Tasks[Name]["answer"];

export interface LoadedLine extends PackedLines {
  readonly id: string;
  readonly dataErrorMeters: number | null;
  /** True for a line between countries: nearness to it makes the side doubtful. */
  readonly isBorder?: boolean;
}

/** What the engine works on. A later load of the same line id, of countries or of places replaces the earlier one. */
export interface Load {
  readonly lines?: readonly LoadedLine[];
  readonly countries?: readonly (PackedPolygons & { readonly code: "IR" | "PK" | "AF" })[];
  /** All land, countries included, to tell sea from other land; rings count by the even-odd rule. */
  readonly land?: PackedPolygons;
  readonly places?: readonly Place[];
}
