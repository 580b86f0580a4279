/** Decimals of a degree that a radius of doubt supports: 4 from 10 m, 3 from 100 m, 2 from 1 km, 1 from 10 km. */
export function decimalsOfDegrees(uncertaintyRadiusMeters: number): number {
  if (uncertaintyRadiusMeters >= 10_000) return 1;
  if (uncertaintyRadiusMeters >= 1_000) return 2;
  if (uncertaintyRadiusMeters >= 100) return 3;
  return uncertaintyRadiusMeters >= 10 ? 4 : 5;
}
