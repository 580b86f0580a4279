/**
 * Where labels stand that belong at rising `levels`: each as near to its level as the one before allows, `step` apart,
 * between `top` and `bottom`. There must be room for all of them.
 */
export function spreadLabels(levels: readonly number[], step: number, top: number, bottom: number): number[] {
  const labels: number[] = [];
  for (const level of levels) labels.push(Math.max(level, top, (labels.at(-1) ?? Number.NEGATIVE_INFINITY) + step));
  let lowest = bottom;
  for (let index = labels.length - 1; index >= 0; index--) {
    labels[index] = Math.min(labels[index] as number, lowest);
    lowest = (labels[index] as number) - step;
  }
  return labels;
}
