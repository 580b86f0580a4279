import type { LengthUnit } from "../../state/language/format";
import { scaleBarFor } from "../../state/scale";
import { useAtlas, useVoice } from "../context";

const UNITS: readonly LengthUnit[] = ["km", "mi", "nmi"];

/** The scale along the parallel through the middle of the map; a press changes its unit. */
export function ScaleBarButton() {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const { model } = page;
  const { lat, zoom } = model.view.value.camera;
  const { unit } = model.settings.value;
  const bar = scaleBarFor(lat, zoom, unit);
  const decimals = bar.value < 1 ? Math.ceil(-Math.log10(bar.value)) : 0;
  const length = translate(`unit.${bar.unit}`, { value: number(bar.value, decimals) });
  const next = UNITS[(UNITS.indexOf(unit) + 1) % UNITS.length] ?? "km";
  return (
    <button
      type="button"
      class="scale"
      aria-label={translate("scale.label", { length, next: translate(`unit-name.${next}`) })}
      onClick={() => (model.settings.value = { ...model.settings.peek(), unit: next })}
    >
      <span class="scale__length">{length}</span>
      <span class="scale__bar" style={{ inlineSize: `${bar.widthPx.toFixed(1)}px` }} />
    </button>
  );
}
