import { distanceMeters, geodesicFrom } from "./geodesic";
import { InputError } from "./input-error";
import type { Line } from "./line";
import type { Position } from "./position";

/** The segment that holds a chainage: the last one that starts at or before it. */
function segmentAt(line: Line, chainageMeters: number): number {
  let low = 0;
  let high = line.segmentChainages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((line.segmentChainages[middle] as number) <= chainageMeters) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The chainage, when it lies on the line; throws an InputError otherwise. */
export function checkChainage(line: Line, chainageMeters: number, input: string): number {
  if (!Number.isFinite(chainageMeters)) {
    const value = String(chainageMeters);
    throw new InputError("not-a-number", input, value, `invalid ${input}: ${value} (not a number)`);
  }
  if (chainageMeters < 0 || chainageMeters > line.meters) {
    const range = `must be from 0 to ${line.meters.toFixed(1)} m on ${line.id}`;
    throw new InputError(
      "out-of-range",
      input,
      String(chainageMeters),
      `invalid ${input}: ${chainageMeters} (${range})`,
    );
  }
  return chainageMeters;
}

/** The position at a distance along the line from its first vertex, in metres (0 to the length of the line). */
export function positionAt(line: Line, chainageMeters: number): Position {
  const segment = segmentAt(line, chainageMeters);
  const along = chainageMeters - (line.segmentChainages[segment] as number);
  if (along >= (line.segmentMeters[segment] as number)) return line.segmentEnds[segment] as Position;
  return geodesicFrom(line.segmentStarts[segment] as Position, line.segmentBearings[segment] as number)(along);
}

/**
 * The part of the line between two chainages, both ends included, as one part per part of the line that it touches. When
 * `toMeters` is the smaller, the slice runs against the line.
 */
export function sliceLine(line: Line, fromMeters: number, toMeters: number): Position[][] {
  if (fromMeters > toMeters)
    return sliceLine(line, toMeters, fromMeters)
      .reverse()
      .map((part) => part.reverse());
  const last = segmentAt(line, toMeters);
  let part: Position[] = [positionAt(line, fromMeters)];
  const parts = [part];
  for (let segment = segmentAt(line, fromMeters); segment < last; segment++) {
    const end = line.segmentEnds[segment] as Position;
    const next = line.segmentStarts[segment + 1] as Position;
    part.push(end);
    if (distanceMeters(end, next) > 0) {
      part = [next];
      parts.push(part);
    }
  }
  part.push(positionAt(line, toMeters));
  return parts;
}
