import type { Language } from "../../data/text";
import { dateFormat, dateIn, formatDate, timeOf } from "./format";
import { localeOf } from "./translate";

/**
 * The first and the last day of a period, each ready for a message: as `formatDate` says them, but in Persian with the
 * Gregorian days once, behind the last.
 */
export function formatPeriod(
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
): { readonly from: string; readonly to: string } {
  if (language !== "fa") return { from: formatDate(from, language), to: formatDate(to, language) };
  const locale = localeOf(language, "auto");
  const gregorian = dateFormat(`${locale}-ca-gregory`, from.length).formatRange(timeOf(from), timeOf(to));
  const [first, last] = [from, to].map((day) => dateIn(`${locale}-ca-persian`, day));
  return { from: first ?? "", to: `${last} (${gregorian})` };
}
