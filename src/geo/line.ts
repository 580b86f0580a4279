import { ChordTree } from "./chord-tree";
import { writeEcef } from "./ellipsoid";
import { geodesicFrom, inverse } from "./geodesic";
import { InputError } from "./input-error";
import type { PackedLines } from "./packed";
import { checkPosition, type Position } from "./position";
import type { LineSummary, LoadedLine } from "./tasks";

/** Longer segments are cut into chords of at most this length: a chord then lies at most 2 cm under the ellipsoid. */
export const CHORD_METERS = 1000;

/** A line made ready for questions: its segments are geodesics, its chainage runs through its parts in their order. */
export interface Line {
  readonly id: string;
  readonly dataErrorMeters: number | null;
  readonly isBorder: boolean;
  readonly packed: PackedLines;
  readonly meters: number;
  /** One entry per segment of positive length. */
  readonly segmentStarts: readonly Position[];
  readonly segmentEnds: readonly Position[];
  readonly segmentBearings: Float64Array;
  readonly segmentMeters: Float64Array;
  /** Chainage at the start of each segment. */
  readonly segmentChainages: Float64Array;
  /** One entry per chord: its segment, and the chainages of its ends. */
  readonly chordSegments: Uint32Array;
  readonly chordStarts: Float64Array;
  readonly chordEnds: Float64Array;
  readonly tree: ChordTree;
}

/** The line as answers name it. */
export function summarise(line: Line): LineSummary {
  const { id, meters, dataErrorMeters } = line;
  return { id, meters, dataErrorMeters, vertices: line.packed.coordinates.length / 2 };
}

function partPositions({ coordinates, partEnds }: PackedLines, part: number, id: string): Position[] {
  const positions: Position[] = [];
  for (let vertex = part === 0 ? 0 : (partEnds[part - 1] as number); vertex < (partEnds[part] as number); vertex++) {
    positions.push(checkPosition([coordinates[2 * vertex], coordinates[2 * vertex + 1]], `${id} vertex ${vertex}`));
  }
  if (positions.length < 2) {
    const count = `${positions.length} ${positions.length === 1 ? "vertex" : "vertices"}`;
    throw new InputError("too-few-vertices", id, count, `invalid line ${id}: ${count} (a line needs two or more)`);
  }
  return positions;
}

/**
 * Builds the line: measures every segment and places the chords. Throws an InputError for an empty line, a part of one
 * vertex, a position out of range, and a line whose vertices are all the same.
 */
export function buildLine({ id, dataErrorMeters, isBorder = false, ...packed }: LoadedLine): Line {
  const starts: Position[] = [];
  const ends: Position[] = [];
  const bearings: number[] = [];
  const lengths: number[] = [];
  const chainages: number[] = [];
  const chords: number[] = [];
  const chordSegments: number[] = [];
  const chordStarts: number[] = [];
  const chordEnds: number[] = [];
  const corner = new Float64Array(6);
  let chainage = 0;

  const addChord = (from: Position, to: Position, fromMeters: number, toMeters: number) => {
    writeEcef(from[0], from[1], corner, 0);
    writeEcef(to[0], to[1], corner, 3);
    for (const value of corner) chords.push(value);
    chordSegments.push(lengths.length);
    chordStarts.push(chainage + fromMeters);
    chordEnds.push(chainage + toMeters);
  };
  const addSegment = (from: Position, to: Position) => {
    const { meters, initialBearingDegrees } = inverse(from, to);
    if (meters === 0) return;
    const count = Math.ceil(meters / CHORD_METERS);
    const at = count > 1 ? geodesicFrom(from, initialBearingDegrees) : null;
    let previous = from;
    for (let index = 1; index <= count; index++) {
      const next = index === count || !at ? to : at((meters * index) / count);
      addChord(previous, next, (meters * (index - 1)) / count, (meters * index) / count);
      previous = next;
    }
    starts.push(from);
    ends.push(to);
    bearings.push(initialBearingDegrees);
    lengths.push(meters);
    chainages.push(chainage);
    chainage += meters;
  };

  if (packed.partEnds.length === 0) {
    throw new InputError(
      "too-few-vertices",
      id,
      "0 vertices",
      `invalid line ${id}: 0 vertices (a line needs two or more)`,
    );
  }
  packed.partEnds.forEach((_, part) => {
    const positions = partPositions(packed, part, id);
    for (let index = 1; index < positions.length; index++) {
      addSegment(positions[index - 1] as Position, positions[index] as Position);
    }
  });
  if (chainage === 0) {
    throw new InputError("no-length", id, "0 m", `invalid line ${id}: length 0 m (its vertices are all the same)`);
  }
  return {
    id,
    dataErrorMeters,
    isBorder,
    packed,
    meters: chainage,
    segmentStarts: starts,
    segmentEnds: ends,
    segmentBearings: Float64Array.from(bearings),
    segmentMeters: Float64Array.from(lengths),
    segmentChainages: Float64Array.from(chainages),
    chordSegments: Uint32Array.from(chordSegments),
    chordStarts: Float64Array.from(chordStarts),
    chordEnds: Float64Array.from(chordEnds),
    tree: new ChordTree(Float64Array.from(chords)),
  };
}
