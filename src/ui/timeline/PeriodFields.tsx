import { useEffect, useState } from "preact/hooks";
import type { Period } from "../../state/view";
import { useVoice } from "../context";

interface PeriodFieldsProps {
  readonly period: Period | null;
  readonly onChange: (period: Period | null) => void;
}

/** The period as two days to type: the way without dragging. A Solar Hijri day stands beside each in Persian. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const { translate, date, language } = useVoice();
  const [from, setFrom] = useState(period?.from ?? "");
  const [to, setTo] = useState(period?.to ?? "");
  useEffect(() => {
    setFrom(period?.from ?? "");
    setTo(period?.to ?? "");
  }, [period]);
  const isTurned = from !== "" && to !== "" && from > to;
  const put = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom);
    setTo(nextTo);
    if (nextFrom !== "" && nextTo !== "" && nextFrom <= nextTo) onChange({ from: nextFrom, to: nextTo });
  };
  const fields = [
    { key: "timeline.from", value: from, set: (value: string) => put(value, to === "" ? value : to) },
    { key: "timeline.to", value: to, set: (value: string) => put(from === "" ? value : from, value) },
  ];
  return (
    <div class="timeline__fields">
      {fields.map(({ key, value, set }) => (
        <label key={key} class="timeline__field">
          <span>{translate(key)}</span>
          <input
            type="date"
            dir="ltr"
            min="1800-01-01"
            max="2100-12-31"
            value={value}
            aria-invalid={isTurned}
            onChange={(event) => set(event.currentTarget.value)}
          />
          {language === "fa" && value !== "" && <span class="quiet">{date(value)}</span>}
        </label>
      ))}
      {period && (
        <button type="button" class="button" onClick={() => onChange(null)}>
          {translate("timeline.clear")}
        </button>
      )}
      {isTurned && (
        <p class="failure" role="alert">
          {translate("timeline.turned")}
        </p>
      )}
    </div>
  );
}
