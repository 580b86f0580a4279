import type { Issues } from "../../data/own/issues";
import type { ImportReport } from "../../data/own/settle";
import type { Voice } from "../context";

/** Numbers shown in the page before “and so on”; the text to copy has them all. */
const SHOWN_NUMBERS = 20;

/** Numbers as runs: 3, 7–9. */
function runs(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const parts: string[] = [];
  let from = sorted[0];
  sorted.forEach((number, at) => {
    const next = sorted[at + 1];
    if (next === number + 1) return;
    parts.push(from === number ? String(number) : `${from}–${number}`);
    from = next;
  });
  return parts.join(", ");
}

/** One line of a report: why, how many, and which. */
export interface ReportLine {
  readonly key: string;
  readonly reason: string;
  readonly count: number;
  readonly numbers: string;
  readonly isCut: boolean;
}

const linesOf = (
  kind: "skip" | "noted",
  issues: Issues<string>,
  { translate }: Pick<Voice, "translate">,
  most: number,
) =>
  [...issues].map(
    ([reason, numbers]): ReportLine => ({
      key: reason,
      reason: translate(kind === "skip" ? `mine.skip-${reason}` : `mine.noted-${reason}`),
      count: numbers.length,
      numbers: runs(numbers.slice(0, most)),
      isCut: numbers.length > most,
    }),
  );

/** Why rows were skipped, as shown in the page. */
export const skippedLines = (report: ImportReport, voice: Pick<Voice, "translate">): readonly ReportLine[] =>
  linesOf("skip", report.skipped, voice, SHOWN_NUMBERS);

/** What was noticed of rows that were taken, as shown in the page. */
export const notedLines = (report: ImportReport, voice: Pick<Voice, "translate">): readonly ReportLine[] =>
  linesOf("noted", report.notes, voice, SHOWN_NUMBERS);

/** The whole report as text, with every number. */
export function reportText(name: string, report: ImportReport, voice: Pick<Voice, "translate">): string {
  const { translate } = voice;
  const all = [
    ...linesOf("skip", report.skipped, voice, Number.POSITIVE_INFINITY),
    ...linesOf("noted", report.notes, voice, Number.POSITIVE_INFINITY),
  ];
  const { accepted, total } = report;
  return [
    name,
    translate("mine.accepted", { accepted: String(accepted), total: String(total) }),
    ...all.map(({ reason, count, numbers }) => `${reason} (${count}): ${numbers}`),
  ].join("\n");
}
