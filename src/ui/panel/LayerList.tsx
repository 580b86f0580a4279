import { useEffect, useState } from "preact/hooks";
import type { Layer } from "../../data/manifest";
import { mapRests, nextUse } from "../../state/first-use";
import { LAYER_IDS, type LayerId } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Lazy } from "../Lazy";
import { LayerRow } from "./LayerRow";

const GROUPS = ["line", "passage", "events", "land", "themes"] as const satisfies readonly Layer["group"][];

const loadOwnRow = () => import("./OwnLayerRow");
const loadKey = () => import("./SymbolKey");

/** Layers as the legend, by group and in the order of links; then the key to doubt and lines, and what is not covered. */
export function LayerList() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  // The key stands below what the panel first shows, and nobody needs it before the symbols are there.
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    void Promise.race([nextUse(), mapRests(page)]).then(() => setBegun(true));
  }, [page]);
  const order = (layer: Layer) => LAYER_IDS.indexOf(layer.id as LayerId);
  const layers = [...model.layers.value].sort((a, b) => order(a) - order(b));
  // What the reader brought is what they came to see.
  const isOwnFirst = model.view.value.data !== null || model.own.list.value.length > 0;
  const own = (
    <section class="legend__group" aria-labelledby="legend-own">
      <h3 id="legend-own">{translate("legend.own")}</h3>
      <ul class="plain-list">
        {model.own.list.value.map((own) => (
          <Lazy key={own.layer.id} load={loadOwnRow} props={{ own }} isSoon isSilent />
        ))}
      </ul>
      <button type="button" class="button" id="own-add" onClick={() => shell.openDialog("own-data")}>
        {translate("mine.add")}
      </button>
    </section>
  );
  return (
    <div class="legend">
      {isOwnFirst && own}
      {GROUPS.map((group) => {
        const members = layers.filter((layer) => layer.group === group);
        if (members.length === 0) return null;
        return (
          <section key={group} class="legend__group" aria-labelledby={`legend-${group}`}>
            <h3 id={`legend-${group}`}>{translate(`legend.${group}`)}</h3>
            <ul class="plain-list">
              {members.map((layer) => (
                <LayerRow key={layer.id} layer={layer} />
              ))}
            </ul>
          </section>
        );
      })}
      {!isOwnFirst && own}
      {model.geographyOnly.value && (
        <p class="note">
          {translate("legend.geography-only")}{" "}
          <button type="button" class="link-button" onClick={() => model.setGeographyOnly(false)}>
            {translate("legend.show-all")}
          </button>
        </p>
      )}
      {hasBegun && <Lazy load={loadKey} props={{}} isSoon />}
      <p class="note">{translate("note.coverage")}</p>
    </div>
  );
}
