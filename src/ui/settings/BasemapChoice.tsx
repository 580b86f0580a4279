import { BASEMAPS } from "../../state/basemap";
import { encode } from "../../state/permalink";
import { useAtlas, useVoice } from "../context";
import { Choice } from "./Choice";

/** Where the page may reach the network: which base map to draw on. Elsewhere: the way to that page, with the same view. */
export function BasemapChoice() {
  const { model } = useAtlas().page;
  const { translate } = useVoice();
  if (document.documentElement.dataset.network !== "open") {
    return (
      <p>
        <a href={`./online.html${encode(model.view.value)}`}>{translate("basemap.open-online")}</a>{" "}
        <span class="quiet">{translate("basemap.online-note")}</span>
      </p>
    );
  }
  return (
    <>
      <Choice
        legend={translate("basemap.label")}
        name="basemap"
        value={model.basemap.value}
        values={BASEMAPS}
        label={(basemap) => translate(`basemap.${basemap}`)}
        onChoose={(basemap) => {
          model.basemap.value = basemap;
        }}
      />
      <p class="quiet">{translate("basemap.online-note")}</p>
    </>
  );
}
