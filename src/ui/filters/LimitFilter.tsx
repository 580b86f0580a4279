import type { LimitFacet } from "../../state/facet";
import { limitMeters } from "../../state/filter";
import { useVoice } from "../context";
import { offeredLimits } from "./limits";
import { roundLength } from "./words";

interface LimitFilterProps {
  readonly facet: LimitFacet;
  /** The figure of each record that the filter concerns. */
  readonly meters: readonly number[];
  /** How many rows of tables there are within each limit. */
  readonly within: ReadonlyMap<number, number> | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A greatest figure, chosen from a row of them, each with the number of records within it. */
export function LimitFilter({ facet, meters, within, chosen, onChange }: LimitFilterProps) {
  const voice = useVoice();
  const { translate } = voice;
  const limit = limitMeters(facet, chosen);
  const limits = offeredLimits(facet, chosen);
  return (
    <label class="field">
      <span class="visually-hidden">{translate(`filter.${facet.name}`)}</span>
      <select
        value={limit === null ? "" : String(limit)}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === "" ? [] : [String(Number(value) / facet.unitMeters)])
        }
      >
        <option value="">{translate("filter.any")}</option>
        {limits.map((option) => (
          <option key={option} value={option}>
            {translate("filter.within-count", {
              length: roundLength(option, voice),
              count: meters.filter((figure) => figure <= option).length + (within?.get(option) ?? 0),
            })}
          </option>
        ))}
      </select>
    </label>
  );
}
