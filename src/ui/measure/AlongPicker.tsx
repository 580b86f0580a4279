import type { CorridorRequest } from "../../state/view";
import { useAtlas, useVoice } from "../context";

/** What a corridor follows: the border, a corridor of the atlas, the drawn line, the selected place or a clicked point. */
export function AlongPicker({
  request,
  onChange,
}: {
  readonly request: CorridorRequest;
  readonly onChange: (along: string) => void;
}) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const { model } = page;
  const selected = model.selected.value;
  const lines = [...model.features.value.values()].filter(({ layer }) => layer.id === "corridors");
  const { along } = request;
  const isPoint = along.includes(",") || along.includes("/");
  const isInHand = page.tool.value?.id === "corridor";
  return (
    <>
      <label class="field">
        <span>{translate("measure.along")}</span>
        <select value={along} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="border">{translate("measure.the-border")}</option>
          <option value="border-200m">{translate("measure.the-border-small")}</option>
          {model.view.value.measure.length > 1 && <option value="measure">{translate("measure.drawn-line")}</option>}
          {isPoint && (
            <option value={along}>{translate("measure.around", { name: nameOf(along, model, text) })}</option>
          )}
          {lines.map(({ feature }) => (
            <option key={feature.id} value={feature.id}>
              {text(feature.properties.title)}
            </option>
          ))}
        </select>
      </label>
      <div class="button-row">
        {selected?.feature.geometry?.type === "Point" && (
          <button
            type="button"
            class="button button--small"
            onClick={() => onChange(`${selected.layer.id}/${selected.feature.id}`)}
          >
            {translate("measure.around", { name: text(selected.feature.properties.title) })}
          </button>
        )}
        <button
          type="button"
          class="button button--small"
          aria-pressed={isInHand}
          onClick={() => {
            page.tool.value = isInHand
              ? null
              : {
                  id: "corridor",
                  click: (lng, lat) => {
                    onChange(`${lng.toFixed(5)},${lat.toFixed(5)}`);
                    page.tool.value = null;
                  },
                };
          }}
        >
          {translate("measure.around-clicked")}
        </button>
      </div>
    </>
  );
}

function nameOf(
  along: string,
  model: ReturnType<typeof useAtlas>["page"]["model"],
  text: ReturnType<typeof useVoice>["text"],
): string {
  const entry = model.features.value.get(along);
  return entry ? text(entry.feature.properties.title) : along;
}
