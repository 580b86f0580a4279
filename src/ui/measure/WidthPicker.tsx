import { useId, useState } from "preact/hooks";
import type { CorridorRequest } from "../../state/view";
import { useVoice } from "../context";

const NARROWEST_KM = 0.5;
const WIDEST_KM = 250;
const SLIDER_STEPS = 400;

/** The slider is logarithmic: half a kilometre and a hundred are both within reach. */
const toKm = (step: number) => {
  const km = NARROWEST_KM * (WIDEST_KM / NARROWEST_KM) ** (step / SLIDER_STEPS);
  return km < 10 ? Math.round(km * 10) / 10 : Math.round(km);
};
const toStep = (km: number) =>
  Math.round((SLIDER_STEPS * Math.log(km / NARROWEST_KM)) / Math.log(WIDEST_KM / NARROWEST_KM));

/** How far a corridor reaches to each side: a slider, and a field for an exact figure in kilometres. */
export function WidthPicker({
  request,
  onChange,
}: {
  readonly request: CorridorRequest;
  readonly onChange: (halfWidthMeters: number) => void;
}) {
  const { translate, number } = useVoice();
  const id = useId();
  const km = request.halfWidthMeters / 1000;
  const [fault, setFault] = useState(false);
  return (
    <div class="width-picker">
      <label for={id}>{translate("measure.half-width")}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={SLIDER_STEPS}
        value={toStep(km)}
        aria-valuetext={translate("unit.km", { value: number(km, km < 10 ? 1 : 0) })}
        onInput={(event) => onChange(Math.round(toKm(event.currentTarget.valueAsNumber) * 1000))}
      />
      <input
        type="number"
        dir="ltr"
        min={NARROWEST_KM}
        max={WIDEST_KM}
        step="any"
        aria-label={translate("measure.half-width-km")}
        aria-invalid={fault}
        value={km}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          const isFit = typed >= NARROWEST_KM && typed <= WIDEST_KM;
          setFault(!isFit);
          if (isFit) onChange(Math.round(typed * 1000));
        }}
      />
      {fault && (
        <p class="error" role="alert">
          {translate("measure.half-width-range", { low: number(NARROWEST_KM, 1), high: number(WIDEST_KM) })}
        </p>
      )}
    </div>
  );
}
