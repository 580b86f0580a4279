import { EMBED_BACKGROUNDS, EMBED_INTERACTIONS, EMBED_LEGENDS } from "../../state/embed-choices";
import type { EmbedOptions } from "../../state/embed-options";
import { useVoice } from "../context";
import { Switch } from "../Switch";
import type { ShareDraft } from "./share-draft";

const CHOICES = {
  interaction: EMBED_INTERACTIONS,
  legend: EMBED_LEGENDS,
  background: EMBED_BACKGROUNDS,
} as const;

/** What moves an embed, and what stands around its map: folded, as most stories need none of it. */
export function EmbedBehaviour({ draft }: { readonly draft: ShareDraft }) {
  const { translate } = useVoice();
  const options = draft.embed.value;
  const change = (part: Partial<EmbedOptions>) => {
    draft.embed.value = { ...draft.embed.peek(), ...part };
  };
  return (
    <details class="share__more">
      <summary>{translate("share.behaviour")}</summary>
      <div class="share__more-body">
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
          <p class="quiet">{translate("share.embed-title-note")}</p>
          <Switch
            isOn={options.controls === "shown"}
            onSwitch={(isOn) => change({ controls: isOn ? "shown" : "hidden" })}
          >
            {translate("share.embed-controls")}
          </Switch>
        </div>
      </div>
    </details>
  );
}
