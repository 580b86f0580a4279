/** How large the circle of a group is: pairs of the common logarithm of its count and the radius in px, in between evenly. */
export const GROUP_RADII = [0, 9, 2, 15, 4, 22, 6, 30] as const;

/** The radius in px of the circle that stands for `count` rows. */
export function groupRadius(count: number): number {
  const power = Math.log10(count);
  let [fromPower, fromRadius]: [number, number] = [GROUP_RADII[0], GROUP_RADII[1]];
  for (let at = 2; at < GROUP_RADII.length; at += 2) {
    const toPower = GROUP_RADII[at] ?? 0;
    const toRadius = GROUP_RADII[at + 1] ?? 0;
    if (power <= toPower) {
      return fromRadius + ((toRadius - fromRadius) * (power - fromPower)) / (toPower - fromPower);
    }
    [fromPower, fromRadius] = [toPower, toRadius];
  }
  return fromRadius;
}
