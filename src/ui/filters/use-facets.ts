import { useMemo } from "preact/hooks";
import { countFacets, type FacetCounts } from "../../state/facet-counts";
import { useAtlas } from "../context";

/** Counts of every value of every filter for the view as it is; drawn again when they change. */
export function useFacets(): FacetCounts {
  const { model } = useAtlas().page;
  const { period, filters } = model.view.value;
  const features = model.features.value;
  const figures = model.placeFigures.value;
  return useMemo(
    () => countFacets(features.values(), { period, filters }, figures),
    [features, period, filters, figures],
  );
}
