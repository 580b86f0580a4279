import { useState } from "preact/hooks";
import type { ChoiceFacet } from "../../state/facet";
import type { FacetOption } from "../../state/facet-counts";
import { fold } from "../../state/fold";
import { useAtlas, useVoice } from "../context";
import { valueWords, WORDS } from "./words";

/** So many values are shown before the rest is asked for. */
const SHOWN_AT_FIRST = 7;

interface ChoiceFilterProps {
  readonly facet: ChoiceFacet;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

interface Choice extends FacetOption {
  readonly words: string;
}

/** The values of one filter as boxes to tick, each with the number of records it would let through. */
export function ChoiceFilter({ facet, options, chosen, onChange }: ChoiceFilterProps) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, number } = voice;
  const [isLong, setLong] = useState(false);
  const [sought, setSought] = useState("");
  const order = WORDS[facet.name];
  const missing = chosen
    .filter((value) => !options.some((option) => option.value === value))
    .map((value) => ({ value, count: 0, name: null }));
  const choices: Choice[] = [...options, ...missing].map((option) => ({
    ...option,
    words: valueWords(facet, option.value, option.name, page.model, voice),
  }));
  choices.sort((a, b) =>
    order ? order.indexOf(a.value) - order.indexOf(b.value) : b.count - a.count || a.words.localeCompare(b.words),
  );
  const isSearchable = choices.length > 2 * SHOWN_AT_FIRST;
  const fitting = choices.filter(({ words }) => fold(words).includes(fold(sought)));
  const shown =
    isLong || sought !== "" || !isSearchable
      ? fitting
      : fitting.filter(({ value }, index) => index < SHOWN_AT_FIRST || chosen.includes(value));
  const isName = facet.nameOf !== undefined;
  return (
    <>
      {isSearchable && (
        <label class="field">
          <span>{translate("filter.search")}</span>
          <input type="search" dir="auto" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
        </label>
      )}
      <ul class="plain-list filter__values">
        {shown.map(({ value, count, words, name }) => (
          <li key={value}>
            <label class="filter__value">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
              {isName && name !== null ? (
                <bdi lang={words === name ? "en" : voice.language} dir="auto">
                  {words}
                </bdi>
              ) : (
                <span>{words}</span>
              )}
              <span class="filter__count">
                <span aria-hidden="true">{number(count)}</span>
                <span class="visually-hidden">{translate("list.count", { count })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p class="quiet">{translate("filter.no-values")}</p>}
      {fitting.length > shown.length && (
        <button type="button" class="link-button" onClick={() => setLong(true)}>
          {translate("filter.more", { count: fitting.length - shown.length })}
        </button>
      )}
    </>
  );
}
