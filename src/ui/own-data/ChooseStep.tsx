import { useState } from "preact/hooks";
import { LIMITS } from "../../data/own/limits";
import { useAtlas, useVoice } from "../context";
import type { Incoming } from "./steps";

const ACCEPTED = ".csv,.tsv,.txt,.geojson,.json,.pjson,.geojsonl,.ndjson,.topojson,.kml,.kmz,.gpx,.fgb";
const MEGABYTE = 1024 * 1024;

/** Pick, drop or paste; what may be brought, and that it stays here. */
export function ChooseStep({ onChoose }: { readonly onChoose: (incoming: Incoming) => void }) {
  const { shell } = useAtlas();
  const { translate, number } = useVoice();
  const [pasted, setPasted] = useState("");
  const take = (files: FileList | null) => {
    if (files) shell.incoming.value = [...files];
  };
  return (
    <>
      <p>{translate("mine.intro")}</p>
      <div class="own-data__drop">
        <label class="button file-button">
          {translate("mine.pick")}
          <input
            class="visually-hidden"
            type="file"
            multiple
            accept={ACCEPTED}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <span class="quiet">{translate("mine.drop")}</span>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== "") onChoose({ blob: new Blob([pasted]), name: translate("mine.pasted") });
        }}
      >
        <label class="field">
          <span>{translate("mine.paste")}</span>
          <textarea
            rows={4}
            dir="ltr"
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
            onPaste={(event) => {
              if (event.clipboardData?.files.length) {
                event.preventDefault();
                take(event.clipboardData.files);
              }
            }}
          />
        </label>
        <button type="submit" class="button" disabled={pasted.trim() === ""}>
          {translate("mine.read-pasted")}
        </button>
      </form>
      <details>
        <summary>{translate("mine.limits")}</summary>
        <ul class="own-data__limits">
          <li>
            {translate("mine.limit-streamed", {
              megabytes: number(LIMITS.streamedBytes / MEGABYTE),
              features: number(LIMITS.streamedFeatures),
            })}
          </li>
          <li>
            {translate("mine.limit-whole", {
              megabytes: number(LIMITS.wholeBytes / MEGABYTE),
              features: number(LIMITS.wholeFeatures),
              vertices: number(LIMITS.vertices),
            })}
          </li>
          <li>
            {translate("mine.limit-zip", {
              megabytes: number(LIMITS.zipBytes / MEGABYTE),
              ratio: number(LIMITS.zipRatio),
              entries: number(LIMITS.zipEntries),
            })}
          </li>
          <li>
            {translate("mine.limit-values", {
              nesting: number(LIMITS.nesting),
              kilobytes: number(LIMITS.textBytes / 1024),
              keys: number(LIMITS.keys),
            })}
          </li>
          <li>
            {translate("mine.limit-time", {
              silent: number(LIMITS.silentMilliseconds / 1000),
              total: number(LIMITS.totalMilliseconds / 1000),
            })}
          </li>
        </ul>
      </details>
    </>
  );
}
