import type { LimitFacet } from "../../state/facet";
import { limitMeters } from "../../state/filter";
import { useVoice } from "../context";
import { roundLength } from "./words";

/** The limits offered, in metres. */
const LIMITS_METERS: Readonly<Record<string, readonly number[]>> = {
  radius: [1_000, 3_000, 5_000, 10_000, 20_000, 50_000],
  "to-border": [1_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000],
};

interface LimitFilterProps {
  readonly facet: LimitFacet;
  /** The figure of each record that the filter concerns. */
  readonly meters: readonly number[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A greatest figure, chosen from a row of them, each with the number of records within it. */
export function LimitFilter({ facet, meters, chosen, onChange }: LimitFilterProps) {
  const voice = useVoice();
  const { translate } = voice;
  const limit = limitMeters(facet, chosen);
  const offered = LIMITS_METERS[facet.name] ?? [];
  const limits = limit === null || offered.includes(limit) ? offered : [...offered, limit].sort((a, b) => a - b);
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
              count: meters.filter((figure) => figure <= option).length,
            })}
          </option>
        ))}
      </select>
    </label>
  );
}
