import { formatArea, formatHalfWidth } from "../state/language/figures";
import { formatLength } from "../state/language/format";
import { listText } from "../state/language/list-text";
import type { OverlayRole } from "../state/overlay";
import type { LegendEntry } from "./legend";
import { PALETTES } from "./palette";
import type { Picture } from "./scene";
import { element } from "./xml";

/** A smaller doubt than this does not show in a length that is told to a tenth of a kilometre. */
const LEAST_ERROR_METERS = 100;

/**
 * What the reader had measured: bands along lines with their widths; lines with their lengths, in kilometres and miles as on
 * the scale bar, no finer than they are known; the areas that lines enclose.
 */
export function measuredEntries({ overlays = [], view, language, theme, translate }: Picture): LegendEntry[] {
  const { accent } = PALETTES[theme];
  const has = (...roles: readonly OverlayRole[]) => overlays.some(({ properties }) => roles.includes(properties.role));
  const entries: LegendEntry[] = [];
  const area = { x: 1, y: 4, width: 18, height: 12, fill: accent, stroke: accent, "stroke-dasharray": "5 2" };
  if (has("corridor-area", "combined-area")) {
    const widths = view.corridors.map(({ halfWidthMeters }) => formatHalfWidth(halfWidthMeters, translate, language));
    const text = translate("on-picture.band", { list: listText([...new Set(widths)], language) });
    entries.push({ markup: element("rect", { ...area, "fill-opacity": 0.18 }), text });
  }
  const measured = overlays.flatMap(({ properties: { figures } }) => figures ?? []);
  if (measured.length > 0) {
    const lengths = measured.map(({ meters, errorMeters }) => {
      const inUnit = (unit: "km" | "mi") =>
        formatLength(meters, translate, language, { unit, uncertaintyMeters: errorMeters });
      const length = translate("on-picture.length", { length: inUnit("km"), miles: inUnit("mi") });
      if (errorMeters < LEAST_ERROR_METERS) return length;
      // Rounded up: a doubt is never told smaller than it is.
      const error = formatHalfWidth(Math.ceil(errorMeters / 100) * 100, translate, language);
      return translate("on-picture.length-error", { length, error });
    });
    const line = element("path", { d: "M1 10H19", stroke: accent, "stroke-width": 2.4 });
    entries.push({ markup: line, text: translate("on-picture.measured", { list: listText(lengths, language) }) });
  }
  for (const { squareMeters } of measured) {
    if (squareMeters === null) continue;
    const text = translate("on-picture.enclosed", { area: formatArea(squareMeters, translate, language) });
    entries.push({ markup: element("rect", { ...area, "fill-opacity": 0.14 }), text });
  }
  return entries;
}
