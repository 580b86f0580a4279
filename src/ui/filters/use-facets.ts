import { useMemo } from "preact/hooks";
import { findFacet } from "../../state/facet";
import { countFacets, type FacetCounts } from "../../state/facet-counts";
import { addCounts } from "../../state/rows/add-counts";
import type { CountedLimits } from "../../state/rows/tally";
import type { View } from "../../state/view";
import { useAtlas } from "../context";
import { useRows } from "../use-rows";
import { offeredLimits } from "./limits";

function limitsOf(filters: View["filters"]): CountedLimits {
  const offered = (name: string) => {
    const facet = findFacet(name);
    return facet ? offeredLimits(facet, filters[name] ?? []) : [];
  };
  return { radius: offered("radius"), border: offered("to-border") };
}

/** Counts of every value of every filter for the view as it is; drawn again when they change. */
export function useFacets(): FacetCounts {
  const { model } = useAtlas().page;
  const { period, filters } = model.view.value;
  const features = model.features.value;
  const figures = model.placeFigures.value;
  const limits = useMemo(() => limitsOf(filters), [filters]);
  const tables = useRows("counts", limits);
  const held = useMemo(
    () => countFacets(features.values(), { period, filters }, figures),
    [features, period, filters, figures],
  );
  return useMemo(() => tables.reduce(addCounts, held), [held, tables]);
}
