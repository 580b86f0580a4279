import "./filters.css";
import { useEffect, useRef } from "preact/hooks";
import { findFacet } from "../../state/facet";
import { withFilter, withoutFacets } from "../../state/filter";
import { isNarrowed } from "../../state/narrowing";
import type { View } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { useFacets } from "./use-facets";
import { valueWords } from "./words";

/** The number of records is told once it has rested so long. */
const REST_MILLISECONDS = 400;

interface Chip {
  readonly key: string;
  readonly words: string;
  readonly without: Partial<View>;
}

/** The period and the filters in force, each with a button that takes it off; says how many records are left. */
export default function FilterChips() {
  const { page, shell } = useAtlas();
  const voice = useVoice();
  const { translate, date, number } = voice;
  const { model } = page;
  const bar = useRef<HTMLDivElement>(null);
  // It is there now, whatever was wrong when the link first asked for it.
  useEffect(() => model.fetchFilters(), [model]);
  const counts = useFacets();
  const { period, filters } = model.view.value;
  const shown = translate("filter.shown", { count: number(counts.letThrough), total: number(counts.total) });
  const hasFilters = isNarrowed(model.view.value);
  const wasNarrowed = useRef(false);
  useEffect(() => {
    if (!hasFilters && !wasNarrowed.current) return;
    wasNarrowed.current = hasFilters;
    const timer = setTimeout(() => shell.announce(shown), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [shown, hasFilters, shell]);

  const chips: Chip[] = [];
  if (period) {
    chips.push({
      key: "period",
      words: translate("filter.period", { from: date(period.from), to: date(period.to) }),
      without: { period: null },
    });
  }
  for (const [name, values] of Object.entries(filters)) {
    const facet = findFacet(name);
    if (!facet) continue;
    for (const value of values) {
      const named = counts.options.get(name)?.find((option) => option.value === value)?.name ?? null;
      chips.push({
        key: `${name} ${value}`,
        words: translate("filter.chip", {
          name: translate(`filter.${name}`),
          value: valueWords(facet, value, named, model, voice),
        }),
        without: {
          filters: withFilter(
            filters,
            name,
            values.filter((one) => one !== value),
          ),
        },
      });
    }
  }
  if (!hasFilters) return null;
  const takeOff = (part: Partial<View>) => {
    model.view.value = { ...model.view.peek(), ...part };
    // The pressed chip is gone with the next drawing: stay in the row, or go to the map.
    requestAnimationFrame(() => {
      const next = bar.current?.querySelector<HTMLElement>("button");
      (next ?? document.querySelector<HTMLElement>("#map canvas, #map [tabindex]"))?.focus();
    });
  };
  return (
    <section class="filter-bar" aria-label={translate("filter.active")} ref={bar}>
      <ul class="plain-list filter-bar__chips">
        {chips.map(({ key, words, without }) => (
          <li key={key}>
            <button
              type="button"
              class="filter-chip"
              aria-label={translate("filter.take-off", { filter: words })}
              onClick={() => takeOff(without)}
            >
              <span dir="auto">{words}</span>
              <Icon name="close" />
            </button>
          </li>
        ))}
        {chips.length > 1 && (
          <li>
            <button
              type="button"
              class="filter-chip filter-chip--all"
              onClick={() => takeOff({ period: null, filters: withoutFacets(filters) })}
            >
              {translate("filter.clear")}
            </button>
          </li>
        )}
      </ul>
      <p class="filter-bar__note">
        {shown} {period && translate("filter.undated")}
        {model.placeFigures.value === "failed" && ` ${translate("filter.figures-failed")}`}
      </p>
    </section>
  );
}
