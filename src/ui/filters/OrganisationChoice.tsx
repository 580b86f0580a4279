import { ORGANISATIONS } from "../../data/organisation";
import { withFilter } from "../../state/filter";
import { useAtlas, useVoice } from "../context";

/** Which organisation the layer of memberships is about. It narrows no list: maps and pictures read it from the link. */
export function OrganisationChoice() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  const chosen = model.view.value.filters.org?.[0] ?? null;
  const choose = (organisation: string | null) => {
    const view = model.view.peek();
    model.view.value = {
      ...view,
      filters: withFilter(view.filters, "org", organisation === null ? [] : [organisation]),
    };
  };
  return (
    <details class="filter" open={chosen !== null}>
      <summary>
        <span class="filter__name">{translate("filter.org")}</span>
        {chosen !== null && <span class="quiet">{translate("filter.chosen", { count: 1 })}</span>}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{translate("filter.org")}</legend>
        <p class="quiet">{translate("filter.about-org")}</p>
        <ul class="plain-list filter__values">
          {[null, ...ORGANISATIONS].map((organisation) => (
            <li key={organisation}>
              <label class="filter__value">
                <input
                  type="radio"
                  name="organisation"
                  checked={organisation === chosen}
                  onChange={() => choose(organisation)}
                />
                <span>{translate(organisation === null ? "filter.org-any" : `organisation.${organisation}`)}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}
