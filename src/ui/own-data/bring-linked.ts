import { isAsking, PLAIN_DECISIONS } from "../../data/own/findings";
import { startImport, startImportWorker } from "../../data/own/import-job";
import type { ImportReport } from "../../data/own/settle";
import type { Atlas } from "../context";
import { addToPage } from "./add-to-page";
import { linkedReport } from "./linked-report";
import { skippedLines } from "./report-lines";
import { titleOfFile } from "./steps";

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

/** Reads what an address gave and puts it on the page; hands it to the dialog when only the reader can decide. */
export async function bring(atlas: Atlas, blob: Blob, name: string): Promise<void> {
  const { page, shell } = atlas;
  const job = startImport(startImportWorker());
  const preview = await job.open(blob, name);
  const { lng, lat, wkt } = preview.suggested;
  const isPlaced = !preview.needsPosition || wkt !== null || (lng !== null && lat !== null);
  const findings = isPlaced ? (await job.read(preview.suggested)).findings : null;
  if (findings && (!isAsking(findings) || page.model.chrome === "embed")) {
    const { columns, report } = await job.settle(PLAIN_DECISIONS);
    const added =
      report.accepted > 0 ? await addToPage(page.model, { title: titleOfFile(name), columns, isKept: false }) : null;
    if (report.accepted < report.total) tellSkipped(atlas, name, report, added?.layerId ?? null);
    else page.notice.value = null;
    return;
  }
  job.cancel();
  shell.incoming.value = [new File([blob], name)];
  shell.openDialog("own-data");
}
