import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { originOf, type ResultFormat, resultsFile } from "../../state/measure-export";
import { useAtlas, useVoice } from "../context";
import { saveFile } from "../save-file";
import { useDesk } from "./desk";

/** Takes every result on the desk away, with its parameters, method, data version, licence and date. */
export function ExportButtons() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const desk = useDesk();
  const { model } = page;
  const work = useSignal<"idle" | "running" | "failed">("idle");
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const hasResult = [desk.distance, desk.line, desk.corridors, desk.near].some(({ value }) => value.state === "ready");
  const isRunning = work.value === "running";
  const take = async (format: ResultFormat) => {
    const controller = new AbortController();
    running.current = controller;
    work.value = "running";
    const today = new Date().toISOString().slice(0, 10);
    const name = `sarhad-measures-${model.manifest.dataVersion}-${today}.${format}`;
    try {
      const origin = originOf(model, today, location.href);
      saveFile(name, await resultsFile(desk, model, format, origin, controller.signal));
      work.value = "idle";
      shell.announce(translate("measure.exported", { name }));
    } catch {
      work.value = controller.signal.aborted ? "idle" : "failed";
    }
  };
  return (
    <>
      <div class="button-row">
        {(["geojson", "csv"] as const).map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            disabled={!hasResult || isRunning}
            onClick={() => void take(format)}
          >
            {translate(`measure.export-${format}`)}
          </button>
        ))}
        {isRunning && (
          <button type="button" class="button" onClick={() => running.current?.abort()}>
            {translate("export.stop")}
          </button>
        )}
      </div>
      {isRunning && (
        <p class="quiet" role="status">
          {translate("export.running")}
        </p>
      )}
      {work.value === "failed" && (
        <p class="failure" role="alert">
          {translate("measure.export-failed")}
        </p>
      )}
    </>
  );
}
