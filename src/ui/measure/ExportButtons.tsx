import { originOf, resultsAsCsv, resultsAsGeoJson } from "../../state/measure-export";
import { useAtlas, useVoice } from "../context";
import { saveFile } from "../save-file";
import { useDesk } from "./desk";

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
    const text =
      kind === "csv"
        ? resultsAsCsv(desk, model, origin)
        : JSON.stringify(resultsAsGeoJson(desk, model, origin), null, 1);
    saveFile(name, new Blob([text], { type: kind === "csv" ? "text/csv" : "application/geo+json" }));
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
