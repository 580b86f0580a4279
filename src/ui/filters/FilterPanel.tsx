import "../styles/late.css";
import "./filters.css";
import { useEffect } from "preact/hooks";
import { FACETS } from "../../state/facet";
import { withFilter, withoutFacets } from "../../state/filter";
import { useAtlas, useVoice } from "../context";
import { ChoiceFilter } from "./ChoiceFilter";
import { LimitFilter } from "./LimitFilter";
import { OrganisationChoice } from "./OrganisationChoice";
import { useFacets } from "./use-facets";

/** Every filter with its values and their counts, and which records it concerns. */
export default function FilterPanel() {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const { model } = page;
  const counts = useFacets();
  const { filters, corridors } = model.view.value;
  const figures = model.placeFigures.value;
  useEffect(() => {
    model.figuresWanted.value = true;
  }, [model]);
  const change = (name: string, values: readonly string[]) => {
    model.view.value = { ...model.view.peek(), filters: withFilter(model.view.peek().filters, name, values) };
  };
  return (
    <div class="filters">
      <p class="quiet">
        {translate("filter.shown", { count: number(counts.letThrough), total: number(counts.total) })}{" "}
        {Object.keys(withoutFacets(filters)).length < Object.keys(filters).length && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              model.view.value = { ...model.view.peek(), filters: withoutFacets(model.view.peek().filters) };
            }}
          >
            {translate("filter.clear")}
          </button>
        )}
      </p>
      <p class="quiet">{translate("filter.rule")}</p>
      {figures === "failed" && (
        <p class="failure">
          {translate("filter.figures-failed")}{" "}
          <button type="button" class="button" onClick={() => page.wantMeasures()}>
            {translate("action.retry")}
          </button>
        </p>
      )}
      {FACETS.filter(({ name }) => name !== "weapon" || !model.geographyOnly.value).map((facet) => {
        const chosen = filters[facet.name] ?? [];
        const onChange = (values: readonly string[]) => change(facet.name, values);
        return (
          <details key={facet.name} class="filter" open={chosen.length > 0 || facet.name === "kind"}>
            <summary>
              <span class="filter__name">{translate(`filter.${facet.name}`)}</span>
              {chosen.length > 0 && <span class="quiet">{translate("filter.chosen", { count: chosen.length })}</span>}
            </summary>
            <fieldset>
              <legend class="visually-hidden">{translate(`filter.${facet.name}`)}</legend>
              <p class="quiet">{translate(`filter.about-${facet.name}`)}</p>
              {facet.name === "inside" && corridors.length === 0 && (
                <p>
                  {translate("filter.add-corridor")}{" "}
                  <button
                    type="button"
                    class="link-button"
                    onClick={() => {
                      model.view.value = {
                        ...model.view.peek(),
                        corridors: [{ along: "border", halfWidthMeters: 25_000 }],
                      };
                    }}
                  >
                    {translate("filter.add-border-corridor")}
                  </button>
                </p>
              )}
              {facet.form === "choice" ? (
                <ChoiceFilter
                  facet={facet}
                  options={
                    facet.name === "inside"
                      ? corridors.map((_, index) => {
                          const value = String(index + 1);
                          const counted = counts.options.get("inside")?.find((option) => option.value === value);
                          return counted ?? { value, count: 0, name: null };
                        })
                      : (counts.options.get(facet.name) ?? [])
                  }
                  chosen={chosen}
                  onChange={onChange}
                />
              ) : (
                <LimitFilter
                  facet={facet}
                  meters={counts.meters.get(facet.name) ?? []}
                  within={counts.within.get(facet.name)}
                  chosen={chosen}
                  onChange={onChange}
                />
              )}
            </fieldset>
          </details>
        );
      })}
      <OrganisationChoice />
    </div>
  );
}
