import { EMBED_BACKGROUNDS, EMBED_INTERACTIONS, EMBED_LEGENDS, EMBED_STARTS } from "../../state/embed-choices";
import type { EmbedOptions } from "../../state/embed-options";
import { EMBED_SHAPES, EMBED_WAYS, EMBED_WIDTHS, type EmbedShape, type EmbedWay } from "../../state/embed-snippet";
import { useAtlas, useVoice } from "../context";
import { Switch } from "../Switch";
import type { ShareDraft } from "./share-draft";

const CHOICES = {
  start: EMBED_STARTS,
  interaction: EMBED_INTERACTIONS,
  legend: EMBED_LEGENDS,
  background: EMBED_BACKGROUNDS,
} as const;

interface EmbedFieldsProps {
  readonly draft: ShareDraft;
  /** Whether the frame opens a page with a picture of its own. */
  readonly isCurated: boolean;
}

/** How an embed behaves: way, shape, what comes first, what moves it, what stands around it, whether its facts are fixed. */
export function EmbedFields({ draft, isCurated }: EmbedFieldsProps) {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const options = draft.embed.value;
  const change = (part: Partial<EmbedOptions>) => {
    draft.embed.value = { ...draft.embed.peek(), ...part };
  };
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
      <p class="quiet">{translate(`share.way-${draft.way.value}-note`)}</p>
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
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => (
        <label key={name} class="field">
          <span>{translate(`share.embed-${name}`)}</span>
          <select
            value={options[name]}
            onChange={(event) => change({ [name]: event.currentTarget.value } as Partial<EmbedOptions>)}
          >
            {CHOICES[name].map((value) => (
              <option key={value} value={value}>
                {translate(`share.embed-${name}-${value}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div>
        <Switch isOn={options.title === "shown"} onSwitch={(isOn) => change({ title: isOn ? "shown" : "hidden" })}>
          {translate("share.embed-title")}
        </Switch>
        <Switch
          isOn={options.controls === "shown"}
          onSwitch={(isOn) => change({ controls: isOn ? "shown" : "hidden" })}
        >
          {translate("share.embed-controls")}
        </Switch>
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
      {!isCurated && (
        <>
          <label class="field">
            <span>{translate("share.hosted")}</span>
            <input
              type="url"
              dir="ltr"
              maxLength={2000}
              placeholder="https://"
              value={draft.hostedPicture.value}
              onInput={(event) => {
                draft.hostedPicture.value = event.currentTarget.value;
              }}
            />
          </label>
          <p class="quiet">{translate("share.hosted-note")}</p>
        </>
      )}
    </>
  );
}
