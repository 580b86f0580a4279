import type { AtlasFeature } from "../../../src/data/feature";
import { type Decisions, type Findings, PLAIN_DECISIONS } from "../../../src/data/own/decisions";
import { startImport } from "../../../src/data/own/import-job";
import type { Mapping } from "../../../src/data/own/mapping";
import type { ImportReport } from "../../../src/data/own/settle";
import type { Preview } from "../../../src/data/own/source";
import { featuresOfColumns } from "../../../src/data/own/table";
import { inProcessImportWorker } from "./in-process-worker";

interface ReadResult {
  readonly preview: Preview;
  readonly findings: Findings;
  readonly report: ImportReport;
  readonly features: readonly AtlasFeature[];
}

/** Reads a whole file as the page does, on one thread. */
export async function readFile(
  content: BlobPart,
  name: string,
  options: { mapping?: Partial<Mapping>; decisions?: Partial<Decisions> } = {},
): Promise<ReadResult> {
  const job = startImport(inProcessImportWorker());
  const preview = await job.open(new Blob([content]), name);
  const { findings } = await job.read({ ...preview.suggested, ...options.mapping });
  const { columns, report } = await job.settle({ ...PLAIN_DECISIONS, ...options.decisions });
  return { preview, findings, report, features: await featuresOfColumns(columns) };
}

/** What becomes of a file's rows, without making features of them: for large ones. */
export async function reportOf(content: BlobPart, name: string): Promise<ImportReport> {
  const job = startImport(inProcessImportWorker());
  const { suggested } = await job.open(new Blob([content]), name);
  await job.read(suggested);
  return (await job.settle(PLAIN_DECISIONS)).report;
}

/** How many rows a report counts as skipped. */
export const skippedCount = ({ skipped }: ImportReport): number =>
  [...skipped.values()].reduce((sum, numbers) => sum + numbers.length, 0);

/** The reason and numbers of a report as plain data. */
export const skippedOf = ({ skipped }: ImportReport): Record<string, readonly number[]> => Object.fromEntries(skipped);
