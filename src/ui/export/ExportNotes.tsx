import type { ExportFormat } from "../../data/export/export-set";
import type { ExportCount } from "../../state/export-run";
import { useAtlas, useVoice } from "../context";

interface ExportNotesProps {
  /** Null while it is being counted. */
  readonly count: ExportCount | null;
  readonly format: ExportFormat;
}

/** How much it will be, what the format cannot hold, and on what terms it may be passed on. */
export function ExportNotes({ count, format }: ExportNotesProps) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const { model } = page;
  const missing = model.layers.value.filter((layer) => model.stateOf(layer).status !== "ready");
  if (!count) return <p class="quiet">{translate("part.loading")}</p>;
  const { records, leftOut, changesSort, groups } = count;
  return (
    <>
      <p role="status">
        <strong>{translate("export.count", { count: records - leftOut })}</strong>
        {groups > 1 && <> {translate("export.apart")}</>}
      </p>
      {leftOut > 0 && <p class="note">{translate("export.left-out", { count: leftOut, format: format.name })}</p>}
      {changesSort && <p class="note">{translate(`export.sort.${format.id === "gpx" ? "gpx" : "kml"}`)}</p>}
      {missing.length > 0 && (
        <p class="note">
          {translate("export.missing", { layers: missing.map((layer) => text(layer.title)).join(", ") })}
        </p>
      )}
      <p class="quiet">{translate("export.terms")}</p>
    </>
  );
}
