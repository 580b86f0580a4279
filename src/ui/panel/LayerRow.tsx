import { useState } from "preact/hooks";
import type { Layer } from "../../data/manifest";
import type { LayerId } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { Lazy } from "../Lazy";
import { Switch } from "../Switch";
import { SymbolMark } from "../SymbolMark";

const loadAbout = () => import("./LayerAbout");

/** One layer of the legend: its switch, symbol and name, how many records it holds, and on request what it is. */
export function LayerRow({ layer }: { readonly layer: Layer }) {
  const { page, shell } = useAtlas();
  const { translate, text, number } = useVoice();
  const [isOpen, setOpen] = useState(false);
  const { model } = page;
  const id = layer.id as LayerId;
  const state = model.layerStates[id].value;
  const isVisible = model.view.value.layers.includes(id);
  const title = text(layer.title);
  const count = [...model.features.value.values()].filter((known) => known.layer.id === id).length;
  return (
    <li class="layer">
      <Switch
        isOn={isVisible}
        onSwitch={(isOn) => {
          model.setLayerVisible(id, isOn);
          if (isOn && state.status === "idle") void model.fetchLayer(id);
        }}
      >
        <SymbolMark name={layer.symbol} />
        <span class="layer__title">{title}</span>
      </Switch>
      {state.status === "ready" && (
        <button
          type="button"
          class="layer__count"
          aria-label={translate("layer.list", { count, title })}
          onClick={() => {
            shell.list.layer.value = id;
            shell.openTab("list");
          }}
        >
          {number(count)}
        </button>
      )}
      {state.status === "loading" && <span class="quiet">{translate("layer.loading")}</span>}
      <button
        type="button"
        class="icon-button icon-button--small"
        aria-expanded={isOpen}
        aria-label={translate("layer.about", { title })}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? "up" : "down"} />
      </button>
      {state.status === "failed" && (
        <p class="failure layer__more">
          {translate("layer.failed")} <bdi dir="ltr">{layer.file}</bdi>{" "}
          <button type="button" class="button" onClick={() => void model.fetchLayer(id)}>
            {translate("action.retry")}
          </button>
        </p>
      )}
      {isOpen && (
        <div class="layer__more">
          <Lazy load={loadAbout} props={{ layer }} />
        </div>
      )}
    </li>
  );
}
