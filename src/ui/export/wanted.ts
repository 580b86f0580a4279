import { signal } from "@preact/signals";
import type { ExportQuery } from "../../state/export-items";
import type { Shell } from "../shell";

/** What the export dialog begins with: what was meant where it was opened. */
export const wanted = signal<ExportQuery>({ scope: "filtered", layer: null });

/** Opens the export dialog for what `query` means. */
export function openExport(shell: Shell, query: ExportQuery): void {
  wanted.value = query;
  shell.openDialog("export");
}
