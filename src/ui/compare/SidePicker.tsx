import type { ComparedEvent, ComparisonSide } from "../../state/comparison";
import { sideText } from "../../state/comparison";
import { useVoice } from "../context";

interface SidePickerProps {
  readonly label: string;
  readonly side: ComparisonSide | null;
  readonly events: readonly ComparedEvent[];
  readonly onChange: (side: ComparisonSide | null) => void;
}

/** Choosing one side: an event from the list, or a day. */
export function SidePicker({ label, side, events, onChange }: SidePickerProps) {
  const { translate, text, date } = useVoice();
  const day = side?.kind === "date" ? side.date : "";
  return (
    <fieldset class="compare__side">
      <legend>{label}</legend>
      <label class="field">
        <span>{translate("compare.event")}</span>
        <select
          value={side?.kind === "record" ? sideText(side) : ""}
          onChange={({ currentTarget: { value } }) => {
            const chosen = events.find(({ reference }) => sideText({ kind: "record", reference }) === value);
            onChange(chosen ? { kind: "record", reference: chosen.reference } : null);
          }}
        >
          <option value="">{translate("compare.choose")}</option>
          {events.map(({ reference, record }) => {
            const value = sideText({ kind: "record", reference });
            return (
              <option key={value} value={value}>
                {`${date(record.when.start)}: ${text(record.title)}`}
              </option>
            );
          })}
        </select>
      </label>
      <label class="field">
        <span>{translate("compare.day")}</span>
        <input
          type="date"
          dir="ltr"
          value={day.length === 10 ? day : ""}
          onChange={({ currentTarget: { value } }) => onChange(value === "" ? null : { kind: "date", date: value })}
        />
      </label>
    </fieldset>
  );
}
