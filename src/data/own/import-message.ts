import type { OwnColumns } from "./columns";
import type { Decisions, Findings } from "./decisions";
import type { Encoding } from "./decode";
import type { ImportFault } from "./import-error";
import type { Mapping } from "./mapping";
import type { ImportReport } from "./settle";
import type { Preview } from "./source";

/** What the page asks of the worker, one after the other. */
export type ImportRequest =
  | { readonly kind: "open"; readonly blob: Blob; readonly name: string; readonly encoding: Encoding | null }
  | { readonly kind: "read"; readonly mapping: Mapping }
  | { readonly kind: "settle"; readonly decisions: Decisions }
  /** All of these at once, as the file suggests, unless the reader may be asked and there is something to ask. */
  | { readonly kind: "plain"; readonly blob: Blob; readonly name: string; readonly mayAsk: boolean };

/** What the worker answers; progress comes in between. */
export type ImportResponse =
  /** Before a file is read that nobody is shown anything of until then. */
  | { readonly kind: "begun" }
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "opened"; readonly preview: Preview }
  | { readonly kind: "read"; readonly findings: Findings; readonly total: number }
  | { readonly kind: "settled"; readonly columns: OwnColumns; readonly report: ImportReport }
  | { readonly kind: "asks" }
  | { readonly kind: "failed"; readonly fault: ImportFault; readonly detail: string };
