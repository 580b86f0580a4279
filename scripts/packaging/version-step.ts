/** Steps of a data version, by the place of the number that grows. */
const STEPS = ["major", "minor", "patch"] as const;
export type VersionStep = (typeof STEPS)[number];

/** The records of a version as file/id, from its files by name. */
function recordIds(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const ids = [...texts]
    .filter(([name]) => name.endsWith(".geojson"))
    .flatMap(([name, text]) => {
      const { features } = JSON.parse(text) as { readonly features: readonly { readonly id: string }[] };
      return features.map(({ id }) => `${name}/${id}`);
    });
  return new Set(ids);
}

/** The least step between two versions, each its files by name: major where an id is gone, minor where one is new, else patch. */
export function neededStep(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): VersionStep {
  const [old, now] = [recordIds(before), recordIds(after)];
  if ([...old].some((id) => !now.has(id))) return "major";
  return [...now].some((id) => !old.has(id)) ? "minor" : "patch";
}

/** The step from version `before` to version `after`; null when `after` is no later one. */
export function stepBetween(before: string, after: string): VersionStep | null {
  const [old, now] = [before.split(".").map(Number), after.split(".").map(Number)];
  const at = STEPS.findIndex((_, place) => old[place] !== now[place]);
  return (now[at] ?? 0) > (old[at] ?? 0) ? (STEPS[at] ?? null) : null;
}

/** Whether a step says at least as much as `needed` does. */
export const isEnough = (step: VersionStep | null, needed: VersionStep): boolean =>
  step !== null && STEPS.indexOf(step) <= STEPS.indexOf(needed);
