import type { View } from "./view";

/** Filters by figures that have to be computed first. */
const COMPUTED_FILTERS = ["to-border", "inside"];

/** Whether a view holds what only the full map draws. */
export const needsFullMap = ({ from, to, measure, corridors, data, lesson, filters }: View): boolean =>
  COMPUTED_FILTERS.some((name) => name in filters) ||
  from !== null ||
  to !== null ||
  measure.length > 0 ||
  corridors.length > 0 ||
  data !== null ||
  lesson !== null;
