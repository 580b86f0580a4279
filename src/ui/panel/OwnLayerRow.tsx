import { useState } from "preact/hooks";
import type { OwnLayer } from "../../state/own-layers";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { Switch } from "../Switch";
import { SymbolMark } from "../SymbolMark";

/** One of the reader's own layers in the legend: its switch, symbol, name and count, and how to be rid of it. */
export default function OwnLayerRow({ own }: { readonly own: OwnLayer }) {
  const { page, shell } = useAtlas();
  const { translate, text, number } = useVoice();
  const [isAsking, setAsking] = useState(false);
  const { model } = page;
  const { layer, table, features } = own;
  const title = text(layer.title);
  const isVisible = !model.own.hidden.value.has(layer.id);
  const shapes = model.own.inView.value[layer.id]?.shapes;
  const count = table?.count ?? features.length;
  const remove = () => {
    if (model.view.peek().selected?.layer === layer.id) model.select(null);
    model.own.remove(layer.id).then(
      () => shell.announce(translate("mine.removed", { title })),
      () => {
        page.notice.value = { key: "mine.forget-failed", values: { title } };
      },
    );
    document.querySelector<HTMLElement>("#own-add")?.focus();
  };
  return (
    <li class="layer">
      <Switch isOn={isVisible} onSwitch={(isOn) => model.setLayerVisible(layer.id, isOn)}>
        <SymbolMark name={layer.symbol} />
        <bdi class="layer__title" dir="auto">
          {title}
        </bdi>
      </Switch>
      <button
        type="button"
        class="layer__count"
        data-own-count={count}
        aria-label={translate("layer.list", { count, title })}
        onClick={() => {
          shell.list.layer.value = layer.id;
          shell.openTab("list");
        }}
      >
        {number(count)}
      </button>
      <button
        type="button"
        class="icon-button icon-button--small"
        aria-expanded={isAsking}
        aria-label={translate("mine.remove-layer", { title })}
        title={translate("mine.remove-layer", { title })}
        onClick={() => setAsking(!isAsking)}
      >
        <Icon name="close" />
      </button>
      {isVisible && shapes && shapes.gathered > 0 && (
        <p class="quiet layer__more" data-gathered={shapes.gathered}>
          {translate("mine.gathered", shapes)}
        </p>
      )}
      {isAsking && (
        <div class="layer__more">
          <p>{translate("mine.remove-ask")}</p>
          <p class="button-row">
            <button type="button" class="button" onClick={remove}>
              {translate("mine.remove")}
            </button>{" "}
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {translate("mine.keep")}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
