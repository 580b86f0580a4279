import { signal } from "@preact/signals";
import type { Step } from "./steps";

/** What became of the data of a link, for the dialog to begin with when the reader asks to see it. */
export const linkedReport = signal<Extract<Step, { readonly at: "report" }> | null>(null);

/** The step that the dialog begins with. */
export function firstStep(): Step {
  const report = linkedReport.peek();
  linkedReport.value = null;
  return report ?? { at: "choose" };
}
