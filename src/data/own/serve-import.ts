import type { OwnColumns } from "./columns";
import { type Decisions, isAsking, PLAIN_DECISIONS } from "./decisions";
import { inUtf8 } from "./decode";
import { findingsOf } from "./findings";
import { ImportError } from "./import-error";
import type { ImportRequest, ImportResponse } from "./import-message";
import type { Mapping } from "./mapping";
import { openSource } from "./open";
import { settle } from "./settle";
import type { Preview, ReadFile, Source } from "./source";

/** How often progress is told at most. */
const PROGRESS_MILLISECONDS = 100;

type Post = (response: ImportResponse, transfer: ArrayBuffer[]) => void;

/** The memory of columns, so that it is moved to the page and not copied. */
function buffersOf(columns: OwnColumns): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  for (const part of [
    ...Object.values(columns),
    ...Object.values(columns.titles),
    ...Object.values(columns.shapes ?? {}),
  ]) {
    if (ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer) found.add(part.buffer);
  }
  return [...found];
}

/** Whether a file is still as it was chosen: browsers read none that was changed, moved or removed since. */
const isThere = (blob: Blob): Promise<boolean> =>
  blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

async function failureOf(error: unknown, blob: Blob | null): Promise<ImportResponse> {
  if (blob && !(await isThere(blob))) return { kind: "failed", fault: "gone", detail: "" };
  if (error instanceof ImportError) return { kind: "failed", fault: error.fault, detail: error.detail };
  return { kind: "failed", fault: "broken", detail: error instanceof Error ? error.message : String(error) };
}

/** Whether a file says itself where its rows lie. */
const isPlaced = ({ needsPosition, suggested: { lng, lat, wkt } }: Preview): boolean =>
  !needsPosition || wkt !== null || (lng !== null && lat !== null);

/** A function that reads one file, step by step, and answers through `post`; what the worker does. */
export function serveImport(post: Post): (request: ImportRequest) => Promise<void> {
  let blob: Blob | null = null;
  let source: Source | null = null;
  let file: ReadFile | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (done: number, total: number) => {
    const now = performance.now();
    if (now - toldAt < PROGRESS_MILLISECONDS) return;
    toldAt = now;
    post({ kind: "progress", done, total }, []);
  };
  const readWhole = async (opened: Source, mapping: Mapping): Promise<ReadFile> => {
    const read = await opened.read(mapping, tell);
    read.intake.days.settle();
    return read;
  };
  const answerSettled = async ({ intake, fields }: ReadFile, decisions: Decisions) => {
    const { columns, report } = await settle(intake, decisions, fields);
    post({ kind: "settled", columns, report }, buffersOf(columns));
  };
  return async (request) => {
    try {
      if (request.kind === "open") {
        blob = request.blob;
        const { name, encoding } = request;
        source = await openSource(encoding === null ? blob : await inUtf8(blob, encoding), name);
        post({ kind: "opened", preview: source.preview }, []);
      } else if (request.kind === "read" && source) {
        file = await readWhole(source, request.mapping);
        post({ kind: "read", findings: await findingsOf(file.intake, file.crs), total: file.intake.total }, []);
      } else if (request.kind === "settle" && file) {
        await answerSettled(file, request.decisions);
      } else if (request.kind === "plain") {
        post({ kind: "begun" }, []);
        blob = request.blob;
        source = await openSource(blob, request.name);
        const { preview } = source;
        file = isPlaced(preview) ? await readWhole(source, preview.suggested) : null;
        if (!file || (request.mayAsk && isAsking(await findingsOf(file.intake, file.crs)))) post({ kind: "asks" }, []);
        else await answerSettled(file, PLAIN_DECISIONS);
      }
    } catch (error) {
      post(await failureOf(error, blob), []);
    }
  };
}
