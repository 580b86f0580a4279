const LEAF_SIZE = 4;
const FAN_OUT = 4;
const BOX = 6;
const STACK_SIZE = 256;

/** The smallest box around the given boxes or points; `width` is the step between them in `source`. */
function encloseRun(
  out: Float64Array,
  box: number,
  source: Float64Array,
  from: number,
  to: number,
  width: 3 | 6,
): void {
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = from * width + axis; at < to * width; at += width) {
      low = Math.min(low, source[at] as number);
      high = Math.max(high, source[at + width - 3] as number);
    }
    out[box * BOX + axis] = low;
    out[box * BOX + 3 + axis] = high;
  }
}

/** Squared distance from a point to the box at `offset`; 0 inside. */
function boxDistanceSquared(boxes: Float64Array, offset: number, x: number, y: number, z: number): number {
  let sum = 0;
  let gap = (boxes[offset] as number) - x;
  if (gap > 0) sum += gap * gap;
  else {
    gap = x - (boxes[offset + 3] as number);
    if (gap > 0) sum += gap * gap;
  }
  gap = (boxes[offset + 1] as number) - y;
  if (gap > 0) sum += gap * gap;
  else {
    gap = y - (boxes[offset + 4] as number);
    if (gap > 0) sum += gap * gap;
  }
  gap = (boxes[offset + 2] as number) - z;
  if (gap > 0) sum += gap * gap;
  else {
    gap = z - (boxes[offset + 5] as number);
    if (gap > 0) sum += gap * gap;
  }
  return sum;
}

/**
 * Finds the nearest of many straight chords in space. The chords of a line follow each other, so a tree over consecutive
 * runs is already well ordered: no sorting, and no special case at the poles or the 180th meridian.
 *
 * A search leaves its result in `chord` and `fraction` instead of allocating one: a million searches make no garbage.
 */
export class ChordTree {
  /** Both ends of each chord: x, y, z, x, y, z in metres. */
  readonly ends: Float64Array;
  readonly size: number;
  /** The chord of the last search, or −1, and how far along it the nearest point lies (0 to 1). */
  chord = -1;
  fraction = 0;
  readonly #levels: Float64Array[] = [];
  readonly #stackNode = new Int32Array(STACK_SIZE);
  readonly #stackLevel = new Int32Array(STACK_SIZE);
  readonly #stackDistance = new Float64Array(STACK_SIZE);
  #fraction = 0;

  constructor(ends: Float64Array) {
    this.ends = ends;
    this.size = ends.length / BOX;
    let count = Math.ceil(this.size / LEAF_SIZE);
    let boxes = new Float64Array(count * BOX);
    for (let box = 0; box < count; box++) {
      const from = box * LEAF_SIZE;
      encloseRun(boxes, box, ends, 2 * from, 2 * Math.min(this.size, from + LEAF_SIZE), 3);
    }
    this.#levels.push(boxes);
    while (count > 1) {
      const below = count;
      const children = boxes;
      count = Math.ceil(below / FAN_OUT);
      boxes = new Float64Array(count * BOX);
      for (let box = 0; box < count; box++) {
        encloseRun(boxes, box, children, box * FAN_OUT, Math.min(below, (box + 1) * FAN_OUT), 6);
      }
      this.#levels.push(boxes);
    }
  }

  /** Squared distance from a point to one chord. */
  distanceSquared(chord: number, x: number, y: number, z: number): number {
    const ends = this.ends;
    const at = chord * BOX;
    const ax = ends[at] as number;
    const ay = ends[at + 1] as number;
    const az = ends[at + 2] as number;
    const dx = (ends[at + 3] as number) - ax;
    const dy = (ends[at + 4] as number) - ay;
    const dz = (ends[at + 5] as number) - az;
    const wx = x - ax;
    const wy = y - ay;
    const wz = z - az;
    const along = (wx * dx + wy * dy + wz * dz) / (dx * dx + dy * dy + dz * dz);
    const fraction = along < 0 ? 0 : along > 1 ? 1 : along;
    this.#fraction = fraction;
    const ex = wx - fraction * dx;
    const ey = wy - fraction * dy;
    const ez = wz - fraction * dz;
    return ex * ex + ey * ey + ez * ez;
  }

  /** Squared distance to the nearest chord. The chord of the search before is tried first: neighbours are quick. */
  nearest(x: number, y: number, z: number): number {
    if (this.chord < 0) this.chord = 0;
    const first = this.distanceSquared(this.chord, x, y, z);
    this.fraction = this.#fraction;
    return this.#descend(x, y, z, first, -1);
  }

  /**
   * Squared distance to a chord nearer than `sure`, or to the nearest one if none is; `limit` when all are farther than
   * `limit` (all squared). Stops at the first chord that settles the question.
   */
  anyWithin(x: number, y: number, z: number, sure: number, limit: number): number {
    if (this.chord >= 0) {
      const first = this.distanceSquared(this.chord, x, y, z);
      if (first < sure) return first;
    }
    return this.#descend(x, y, z, limit, sure);
  }

  /**
   * Calls `visit` with every chord, along the line, whose squared distance is at most `limit`, and how far along it its
   * nearest point is.
   */
  eachWithin(
    x: number,
    y: number,
    z: number,
    limit: number,
    visit: (chord: number, fraction: number, distanceSquared: number) => void,
  ): void {
    this.#visitWithin(this.#levels.length - 1, 0, x, y, z, limit, visit);
  }

  #visitWithin(
    level: number,
    node: number,
    x: number,
    y: number,
    z: number,
    limit: number,
    visit: (chord: number, fraction: number, distanceSquared: number) => void,
  ): void {
    const boxes = this.#levels[level] as Float64Array;
    if (boxDistanceSquared(boxes, node * BOX, x, y, z) > limit) return;
    const below = level === 0 ? this.size : (this.#levels[level - 1] as Float64Array).length / BOX;
    const width = level === 0 ? LEAF_SIZE : FAN_OUT;
    const end = Math.min(below, (node + 1) * width);
    for (let child = node * width; child < end; child++) {
      if (level > 0) this.#visitWithin(level - 1, child, x, y, z, limit, visit);
      else {
        const squared = this.distanceSquared(child, x, y, z);
        if (squared <= limit) visit(child, this.#fraction, squared);
      }
    }
  }

  /** Searches for a chord nearer than `best`, nearest box first, and stops early below `enough`. */
  #descend(x: number, y: number, z: number, best: number, enough: number): number {
    const nodes = this.#stackNode;
    const levels = this.#stackLevel;
    const distances = this.#stackDistance;
    nodes[0] = 0;
    levels[0] = this.#levels.length - 1;
    distances[0] = 0;
    let depth = 1;
    let least = best;
    while (depth > 0) {
      depth--;
      if ((distances[depth] as number) >= least) continue;
      const level = levels[depth] as number;
      const node = nodes[depth] as number;
      if (level === 0) {
        const end = Math.min(this.size, (node + 1) * LEAF_SIZE);
        for (let chord = node * LEAF_SIZE; chord < end; chord++) {
          const squared = this.distanceSquared(chord, x, y, z);
          if (squared >= least) continue;
          least = squared;
          this.chord = chord;
          this.fraction = this.#fraction;
          if (squared < enough) return squared;
        }
        continue;
      }
      const boxes = this.#levels[level - 1] as Float64Array;
      const end = Math.min(boxes.length / BOX, (node + 1) * FAN_OUT);
      const base = depth;
      for (let child = node * FAN_OUT; child < end; child++) {
        const squared = boxDistanceSquared(boxes, child * BOX, x, y, z);
        if (squared >= least) continue;
        // Keep the nearest child on top, so that it is opened first and prunes the others.
        let place = depth;
        while (place > base && (distances[place - 1] as number) < squared) {
          distances[place] = distances[place - 1] as number;
          nodes[place] = nodes[place - 1] as number;
          levels[place] = levels[place - 1] as number;
          place--;
        }
        distances[place] = squared;
        nodes[place] = child;
        levels[place] = level - 1;
        depth++;
      }
    }
    return least;
  }
}
