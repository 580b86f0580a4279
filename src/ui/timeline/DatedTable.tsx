import type { DatedRecord } from "../../state/timeline";
import { StatedName } from "../card/Texts";
import { useAtlas, useVoice } from "../context";
import { whenText } from "../when-text";

const MOST_ROWS = 300;

/** The records of the period as a table: day or days, local time and UTC as stated, and what it was. */
export function DatedTable({ records }: { readonly records: readonly DatedRecord[] }) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, text } = voice;
  const shown = records.slice(0, MOST_ROWS);
  return (
    <>
      {shown.length < records.length && (
        <p class="quiet">{translate("timeline.first-rows", { count: shown.length, total: records.length })}</p>
      )}
      <table class="dated">
        <caption class="visually-hidden">{translate("timeline.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{translate("card.when")}</th>
            <th scope="col">{translate("timeline.local-time")}</th>
            <th scope="col">UTC</th>
            <th scope="col">{translate("timeline.record")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, entry: { layer, feature } }) => {
            const record = feature.properties;
            if (!("when" in record)) return null;
            const stated = record.kind === "own" ? null : record.when;
            return (
              <tr key={key}>
                <td>{whenText(record.when, voice)}</td>
                <td>
                  {stated?.localTime && (
                    <>
                      <StatedName name={stated.localTime} /> <bdi dir="ltr">({stated.tz})</bdi>
                    </>
                  )}
                </td>
                <td>{stated?.utc && <StatedName name={stated.utc} />}</td>
                <th scope="row">
                  <button
                    type="button"
                    class="link-button"
                    onClick={() => page.model.show({ layer: layer.id, id: feature.id })}
                  >
                    {text(record.title)}
                  </button>{" "}
                  <span class="quiet">{text(layer.title)}</span>
                </th>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
