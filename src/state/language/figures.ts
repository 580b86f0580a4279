import type { Language } from "../../data/text";
import { formatNumber } from "./format";
import type { Digits, Translate } from "./translate";

/** A width that the reader chose, in kilometres with no more decimals than it needs. */
export function formatHalfWidth(meters: number, translate: Translate, language: Language): string {
  return translate("unit.km", { value: formatNumber(meters / 1000, language, meters % 1000 === 0 ? 0 : 1) });
}

/** Square kilometres, rounded to three significant digits above 1,000 and to one decimal below 100. */
export function formatArea(
  squareMeters: number,
  translate: Translate,
  language: Language,
  digits: Digits = "auto",
): string {
  const squareKm = squareMeters / 1e6;
  return translate("unit.km2", { value: formatNumber(squareKm, language, squareKm < 100 ? 1 : 0, digits) });
}
