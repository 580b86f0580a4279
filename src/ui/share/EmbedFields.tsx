import { EMBED_STARTS } from "../../state/embed-choices";
import type { EmbedOptions } from "../../state/embed-options";
import {
  EMBED_SHAPES,
  EMBED_WAYS,
  EMBED_WIDTHS,
  type EmbedShape,
  type EmbedWay,
  LEAST_HEIGHT,
} from "../../state/embed-snippet";
import { useAtlas, useVoice } from "../context";
import { Switch } from "../Switch";
import { EmbedBehaviour } from "./EmbedBehaviour";
import { HostedPicture } from "./HostedPicture";
import type { ShareDraft } from "./share-draft";

interface EmbedFieldsProps {
  readonly draft: ShareDraft;
  /** Whether the frame opens a page with a picture of its own. */
  readonly isCurated: boolean;
}

/** How an embed is made: way, shape, what comes first, whether its facts are fixed; folded, the finer points. */
export function EmbedFields({ draft, isCurated }: EmbedFieldsProps) {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const { dataVersion } = page.model.manifest;
  return (
    <>
      <label class="field">
        <span>{translate("share.way")}</span>
        <select
          value={draft.way.value}
          onChange={(event) => {
            draft.way.value = event.currentTarget.value as EmbedWay;
          }}
        >
          {EMBED_WAYS.map((way) => (
            <option key={way} value={way}>
              {translate(`share.way-${way}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{translate(`share.way-${draft.way.value}-note`, { height: number(LEAST_HEIGHT) })}</p>
      <div class="share__pair">
        {draft.way.value !== "element" && (
          <label class="field">
            <span>{translate("share.shape")}</span>
            <select
              value={draft.shape.value}
              onChange={(event) => {
                draft.shape.value = event.currentTarget.value as EmbedShape;
              }}
            >
              {Object.keys(EMBED_SHAPES).map((shape) => (
                <option key={shape} value={shape}>
                  {translate(`share.shape-${shape}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="field">
          <span>{translate("share.most-width")}</span>
          <select
            value={draft.width.value ?? ""}
            onChange={(event) => {
              const { value } = event.currentTarget;
              draft.width.value = EMBED_WIDTHS.find((width) => String(width) === value) ?? null;
            }}
          >
            {EMBED_WIDTHS.map((width) => (
              <option key={width} value={width ?? ""}>
                {width === null
                  ? translate("share.most-width-column")
                  : translate("share.most-width-px", { width: number(width) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="field">
        <span>{translate("share.embed-start")}</span>
        <select
          value={draft.embed.value.start}
          onChange={(event) => {
            draft.embed.value = {
              ...draft.embed.peek(),
              start: event.currentTarget.value as EmbedOptions["start"],
            };
          }}
        >
          {EMBED_STARTS.map((start) => (
            <option key={start} value={start}>
              {translate(`share.embed-start-${start}`)}
            </option>
          ))}
        </select>
      </label>
      <div>
        <Switch
          isOn={draft.isPinned.value}
          onSwitch={(isOn) => {
            draft.isPinned.value = isOn;
          }}
        >
          {translate("share.pin", { version: dataVersion })}
        </Switch>
        <p class="quiet">{translate(draft.isPinned.value ? "share.pinned-note" : "share.live-note")}</p>
      </div>
      <EmbedBehaviour draft={draft} />
      {!isCurated && <HostedPicture draft={draft} />}
    </>
  );
}
