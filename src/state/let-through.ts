import { createStrictSieve } from "./filter";
import type { KnownFeature } from "./known-features";
import type { Model } from "./model";
import { isNarrowed } from "./narrowing";
import { boundsInView, reachesInto } from "./summary";

/** Which of the records let through are meant. */
export interface LetThroughScope {
  /** Only records of the layers that are shown; default all layers. */
  readonly shownLayersOnly?: boolean;
  /** Only records that reach into what the map shows; those without a known place are left out then. */
  readonly inViewOnly?: boolean;
  /** Only records that a filter or the period compares, without all those they do not concern. */
  readonly concernedOnly?: boolean;
}

/**
 * The records that period and filters of the view let through, in the order of the layers: what list, table, exports and
 * map agree on. Reads signals of the model, so that an effect follows it.
 */
export function recordsLetThrough(
  model: Pick<Model, "features" | "letsThrough" | "placeFigures" | "view" | "viewport" | "visibleLayers">,
  { shownLayersOnly = false, inViewOnly = false, concernedOnly = false }: LetThroughScope = {},
): readonly KnownFeature[] {
  const view = model.view.value;
  const isStrict = concernedOnly && isNarrowed(view);
  const sieve = isStrict ? createStrictSieve(view, model.placeFigures.value) : model.letsThrough.value;
  const shown = shownLayersOnly ? new Set(model.visibleLayers.value.map(({ id }) => id)) : null;
  const bounds = inViewOnly ? boundsInView(view.camera, model.viewport.value) : null;
  return [...model.features.value.values()].filter(
    (entry) => (!shown || shown.has(entry.layer.id)) && (!bounds || reachesInto(entry.feature, bounds)) && sieve(entry),
  );
}
