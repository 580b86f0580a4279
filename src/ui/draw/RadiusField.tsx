import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { useVoice } from "../context";

const LEAST_KM = 0.01;
const MOST_KM = 1000;

/** How far the circles to be drawn reach, in kilometres; a figure that does not fit is told and changes nothing. */
export function RadiusField({ km, onChange }: { readonly km: number; readonly onChange: (km: number) => void }) {
  const { translate, number } = useVoice();
  const id = useId();
  const isRefused = useSignal(false);
  return (
    <div class="draw__position">
      <label for={id}>{translate("sketch.radius")}</label>
      <input
        id={id}
        type="number"
        dir="ltr"
        min={LEAST_KM}
        max={MOST_KM}
        step="any"
        aria-invalid={isRefused.value}
        aria-describedby={isRefused.value ? `${id}-fault` : undefined}
        value={km}
        onInput={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          isRefused.value = !(typed >= LEAST_KM && typed <= MOST_KM);
          if (!isRefused.peek()) onChange(typed);
        }}
      />
      {isRefused.value && (
        <p class="error" role="alert" id={`${id}-fault`}>
          {translate("sketch.radius-range", { low: number(LEAST_KM, 2), high: number(MOST_KM) })}
        </p>
      )}
    </div>
  );
}
