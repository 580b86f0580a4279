import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import type { View } from "./view";

/** In links: `f=geography:only`. A class that is given such a link sees nothing of the conflict, whatever its settings. */
const NAME = "geography";
const ONLY = "only";

/** Whether a view asks for geography alone. */
export const isGeographyAsked = ({ filters }: Pick<View, "filters">): boolean => filters[NAME]?.includes(ONLY) === true;

/** The filters of a view with or without the wish for geography alone. */
export function withGeography(filters: View["filters"], isOnly: boolean): View["filters"] {
  const { [NAME]: _, ...others } = filters;
  return isOnly ? { ...others, [NAME]: [ONLY] } : others;
}

interface Marked {
  readonly conflict?: true | undefined;
  readonly sources?: readonly string[];
}

/** Reports of violence that no mark of data version 1.0.0 tells of; the next version carries the marks itself. */
export const LATER_MARKED: readonly string[] = ["s26-orderofindia-chabahar"];

/** Whether a state, fact or date of a record touches on conflict. */
export const isConflictPart = ({ conflict, sources }: Marked): boolean =>
  conflict === true || sources?.some((id) => LATER_MARKED.includes(id)) === true;

const unmarked = <T extends Marked>(parts: readonly T[]): T[] => parts.filter((part) => !isConflictPart(part));

/** The layers that are not about conflict. */
export const geographyLayers = (layers: readonly Layer[]): readonly Layer[] =>
  layers.filter(({ conflict }) => !conflict);

/** A feature without what its record marks as touching on conflict; null when that is all of it. */
export function geographyOf(feature: AtlasFeature): AtlasFeature | null {
  const { properties } = feature;
  if ("conflict" in properties && properties.conflict === true) return null;
  if (!("timeline" in properties)) return feature;
  const { states, facts, timeline } = properties;
  const shown = { ...properties, states: unmarked(states), facts: unmarked(facts), timeline: unmarked(timeline) };
  return { ...feature, properties: shown };
}
