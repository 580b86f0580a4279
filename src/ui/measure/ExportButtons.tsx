import { originOf, resultsAsCsv, resultsAsGeoJson } from "../../state/measure-export";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";

function download(name: string, type: string, content: string) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Takes every result on the desk away, with its parameters, method, data version, licence and date. */
export function ExportButtons() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const desk = useDesk();
  const { model } = page;
  const hasResult = [desk.distance, desk.line, desk.corridors, desk.near].some(({ value }) => value.state === "ready");
  const take = (kind: "geojson" | "csv") => {
    const today = new Date().toISOString().slice(0, 10);
    const origin = originOf(model, today, location.href);
    const name = `sarhad-measures-${model.manifest.dataVersion}-${today}.${kind}`;
    if (kind === "csv") download(name, "text/csv", resultsAsCsv(desk, model, origin));
    else download(name, "application/geo+json", JSON.stringify(resultsAsGeoJson(desk, model, origin), null, 1));
    shell.announce(translate("measure.exported", { name }));
  };
  return (
    <div class="button-row">
      <button type="button" class="button" disabled={!hasResult} onClick={() => take("geojson")}>
        {translate("measure.export-geojson")}
      </button>
      <button type="button" class="button" disabled={!hasResult} onClick={() => take("csv")}>
        {translate("measure.export-csv")}
      </button>
    </div>
  );
}
