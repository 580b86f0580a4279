import type { FeatureReference } from "./view";

/** The text by which a feature is looked up: `layer/id`, as in links. */
export const featureKey = ({ layer, id }: FeatureReference): string => `${layer}/${id}`;
