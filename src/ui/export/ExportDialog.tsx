import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { EXPORT_SCOPES, type ExportScope } from "../../data/export/export-set";
import { EXPORT_FORMATS } from "../../data/export/formats";
import type { ExportQuery } from "../../state/export-items";
import { countExport, type ExportCount, provenanceOf, runExport } from "../../state/export-run";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { Switch } from "../Switch";
import { saveFile } from "../save-file";
import { Choice } from "../settings/Choice";
import { ExportNotes } from "./ExportNotes";
import { wanted } from "./wanted";

type Work = "idle" | "running" | "failed";

/** Takes records away as a file: which, in which format, with a word on what the format cannot hold. */
export default function ExportDialog() {
  const { page, shell } = useAtlas();
  const { translate, text } = useVoice();
  const { model } = page;
  const query = useSignal<ExportQuery>(wanted.peek());
  const formatId = useSignal(EXPORT_FORMATS[0]?.id ?? "");
  const hasByteOrderMark = useSignal(false);
  const count = useSignal<ExportCount | null>(null);
  const work = useSignal<Work>("idle");
  const running = useRef<AbortController | null>(null);
  const format = EXPORT_FORMATS.find(({ id }) => id === formatId.value) ?? EXPORT_FORMATS[0];
  const hasSelection = model.selected.value !== null;

  useEffect(() => {
    if (!format) return;
    const counting = new AbortController();
    countExport(model, query.value, format, counting.signal).then(
      (counted) => {
        count.value = counted;
      },
      () => {
        // Given up for a newer question.
      },
    );
    return () => counting.abort();
  }, [model, query.value, format, model.features.value, model.letsThrough.value, model.own.rowsVersion.value]);
  useEffect(() => () => running.current?.abort(), []);

  const save = async () => {
    if (!format) return;
    const controller = new AbortController();
    running.current = controller;
    work.value = "running";
    const origin = {
      today: new Date().toISOString().slice(0, 10),
      page: location.href,
      boundaryNote: translate("note.boundaries"),
    };
    const provenance = provenanceOf(model, query.peek(), origin);
    const options = { hasByteOrderMark: hasByteOrderMark.peek() };
    try {
      const done = await runExport(model, query.peek(), format, options, provenance, controller.signal);
      saveFile(done.name, done.blob);
      work.value = "idle";
      shell.announce(translate("export.saved", { name: done.name, count: done.records }));
    } catch {
      work.value = controller.signal.aborted ? "idle" : "failed";
    }
  };
  const stop = () => running.current?.abort();

  if (!format) return null;
  return (
    <>
      <Choice<ExportScope>
        legend={translate("export.which")}
        name="export-scope"
        value={query.value.scope}
        values={EXPORT_SCOPES.filter((scope) => scope !== "selected" || hasSelection)}
        label={(scope) => translate(`export.scope.${scope}`)}
        onChoose={(scope) => {
          query.value = { ...query.peek(), scope };
        }}
      />
      {query.value.scope !== "selected" && (
        <label class="field">
          <span>{translate("list.layer")}</span>
          <select
            value={query.value.layer ?? ""}
            onChange={(event) => {
              query.value = { ...query.peek(), layer: event.currentTarget.value || null };
            }}
          >
            <option value="">{translate("list.all-layers")}</option>
            {[...model.layers.value].reverse().map((layer) => (
              <option key={layer.id} value={layer.id}>
                {text(layer.title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Choice
        legend={translate("export.format")}
        name="export-format"
        value={format.id}
        values={EXPORT_FORMATS.map(({ id }) => id)}
        label={(id) => EXPORT_FORMATS.find((known) => known.id === id)?.name ?? id}
        onChoose={(id) => {
          formatId.value = id;
        }}
      />
      <p class="quiet">{translate(`export.about.${format.id}`)}</p>
      {format.id === "csv" && (
        <Switch isOn={hasByteOrderMark.value} onSwitch={(isOn) => (hasByteOrderMark.value = isOn)}>
          {translate("export.byte-order-mark")}
        </Switch>
      )}
      <ExportNotes count={count.value} format={format} />
      {work.value === "failed" && (
        <p class="failure" role="alert">
          {translate("export.failed")}
        </p>
      )}
      <div class="button-row">
        <button
          type="button"
          class="button"
          disabled={work.value === "running" || (count.value?.records ?? 0) - (count.value?.leftOut ?? 0) === 0}
          onClick={() => void save()}
        >
          <Icon name="download" /> {translate(work.value === "running" ? "export.running" : "export.save")}
        </button>
        {work.value === "running" && (
          <button type="button" class="button" onClick={stop}>
            {translate("export.stop")}
          </button>
        )}
      </div>
    </>
  );
}
