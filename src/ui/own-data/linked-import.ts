import { type EarlyImport, startImportWorker } from "../../data/own/early-import";
import { fetchLinked } from "../../data/own/fetch-linked";
import { startImport } from "../../data/own/import-job";
import type { ImportReport } from "../../data/own/settle";
import type { Model } from "../../state/model";
import { isLarge, serveTables } from "../../state/own-import";
import { until } from "../../state/until";
import { addToPage } from "./add-to-page";
import { titleOfFile } from "./file-title";

/** What became of linked data: rows were put on the page, or only the reader can say how the file is to be read. */
export type LinkedOutcome =
  | { readonly kind: "put"; readonly report: ImportReport; readonly layerId: string | null }
  | { readonly kind: "asks"; readonly blob: Blob };

/** An import of linked data that is under way or over. */
export interface LinkedImport {
  readonly url: string;
  readonly name: string;
  /** Rejects with a LinkError or an ImportError, and when the page lacks what it needs. */
  readonly outcome: Promise<LinkedOutcome>;
  /** Resolves with what was fetched, before it is read; never settles when it cannot be fetched. */
  readonly fetched: Promise<Blob>;
  /** Ends the download; nothing is put on the page any more. */
  readonly stop: () => void;
}

/** The name of the file at an address. */
function fileNameOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname.split("/").at(-1) ?? "") || url.host;
  } catch {
    return url.host;
  }
}

/** How long what is brought waits for the panels, which say how much of the map they cover. */
const PANELS_MILLISECONDS = 1000;

/**
 * Resolves once the map and what covers it have been measured, so that what is brought can be fitted into view: some air
 * is always kept at the edges then.
 */
async function panelsStand({ viewport }: Model, signal: AbortSignal): Promise<void> {
  const late = AbortSignal.timeout(PANELS_MILLISECONDS);
  await until(() => viewport.value.padding.top > 0, AbortSignal.any([late, signal])).catch(() => undefined);
}

async function readAndPut(
  model: Model,
  url: string,
  name: string,
  signal: AbortSignal,
  early: EarlyImport | null,
  onFetched: (blob: Blob) => void,
): Promise<LinkedOutcome> {
  // The worker starts while the file is on its way.
  const job = startImport(early?.worker ?? startImportWorker());
  signal.addEventListener("abort", () => job.cancel());
  try {
    const blob = await fetchLinked(url, signal, early);
    onFetched(blob);
    // Without it the import says so when it comes to it.
    if (isLarge(blob)) serveTables(model).catch(() => undefined);
    const settled = await job.readPlainly(blob, name, model.chrome !== "embed");
    if (!settled) return { kind: "asks", blob };
    const { columns, report } = settled;
    if (document.getElementById("app")) await panelsStand(model, signal);
    const added =
      report.accepted > 0 ? await addToPage(model, { title: titleOfFile(name), columns, isKept: false }) : null;
    return { kind: "put", report, layerId: added?.layerId ?? null };
  } finally {
    job.cancel();
  }
}

const begun = new WeakMap<Model, LinkedImport>();

/** The import of what lies at `url` to the page of `model`: begun now, with what is there of it early, or the one before. */
export function importLinked(model: Model, url: URL, early: EarlyImport | null = null): LinkedImport {
  const known = begun.get(model);
  if (known?.url === url.href) return known;
  known?.stop();
  const abort = new AbortController();
  const name = fileNameOf(url);
  let onFetched = (_blob: Blob) => {};
  const fetched = new Promise<Blob>((resolve) => {
    onFetched = resolve;
  });
  const linked: LinkedImport = {
    url: url.href,
    name,
    fetched,
    outcome: readAndPut(model, url.href, name, abort.signal, early, onFetched),
    stop: () => {
      abort.abort();
      if (begun.get(model) === linked) begun.delete(model);
    },
  };
  begun.set(model, linked);
  return linked;
}
