import type { ImportReport } from "../../data/own/settle";
import type { Atlas } from "../context";
import type { LinkedImport } from "./linked-import";
import { linkedReport } from "./linked-report";
import { skippedLines } from "./report-lines";

/** Says which rows were skipped and why; a full page can show the whole report as well. */
function tellSkipped({ page, shell }: Atlas, name: string, report: ImportReport, layerId: string | null): void {
  const speech = page.speech.peek();
  const lines = speech ? skippedLines(report, speech) : [];
  const reasons = lines.map(({ reason, numbers, isCut }) => `${reason}: ${numbers}${isCut ? " …" : ""}`).join("; ");
  const { accepted, total } = report;
  const show = () => {
    linkedReport.value = { at: "report", name, report, layerId, kept: "no" };
    shell.openDialog("own-data");
  };
  const action = page.model.chrome === "embed" ? {} : { action: { key: "mine.link-report", run: show } };
  page.notice.value = { key: "mine.link-partly", values: { name, accepted, total, reasons }, ...action };
}

/** Tells what became of linked data, and hands it to the dialog when only the reader can decide. Rejects as the import does. */
export async function bring(atlas: Atlas, { outcome, name }: LinkedImport): Promise<void> {
  const { page, shell } = atlas;
  const found = await outcome;
  if (found.kind === "asks") {
    shell.incoming.value = [new File([found.blob], name)];
    shell.openDialog("own-data");
    return;
  }
  const { report, layerId } = found;
  if (report.accepted < report.total) tellSkipped(atlas, name, report, layerId);
  else if (page.notice.peek()?.key.startsWith("mine.link-")) page.notice.value = null;
}
