import { distanceMeters } from "./geodesic";
import { InputError } from "./input-error";
import { checkPosition, type Position } from "./position";

const MOST_POSITIONS = 2000;

/** All distances in metres among positions (2,000 at most), row by row; symmetric, with noughts on the diagonal. */
export function distanceMatrix(positions: readonly Position[]): Float64Array {
  const count = positions.length;
  if (count > MOST_POSITIONS) {
    const message = `invalid positions: ${count} (2,000 at most)`;
    throw new InputError("too-many", "positions", String(count), message);
  }
  const checked = positions.map((position, index) => checkPosition(position, `position ${index + 1}`));
  const matrix = new Float64Array(count * count);
  checked.forEach((from, row) => {
    for (let column = row + 1; column < count; column++) {
      const meters = distanceMeters(from, checked[column] as Position);
      matrix[row * count + column] = meters;
      matrix[column * count + row] = meters;
    }
  });
  return matrix;
}
