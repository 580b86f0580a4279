import { LANGUAGES, type Language } from "../../data/language";
import { LANGUAGE_NAMES } from "../../state/language/names";
import { LAYER_IDS, type Theme } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import type { ShareDraft } from "./share-draft";
import { TitleField } from "./TitleField";

const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** What can be different in what is published: title, language, theme and layers. The map itself stays as it is. */
export function ViewFields({ draft }: { readonly draft: ShareDraft }) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const shown = draft.layers.value;
  const layers = page.model.layers.value.filter(({ group }) => group !== "own").toReversed();
  return (
    <>
      <TitleField draft={draft} />
      <div class="share__pair">
        <label class="field">
          <span>{translate("language.label")}</span>
          <select
            value={draft.language.value}
            onChange={(event) => {
              draft.language.value = event.currentTarget.value as Language;
            }}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {LANGUAGE_NAMES[language]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{translate("theme.label")}</span>
          <select
            value={draft.theme.value}
            onChange={(event) => {
              draft.theme.value = event.currentTarget.value as Theme;
            }}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {translate(`theme.${theme}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <details class="share__more">
        <summary>{translate("share.layers")}</summary>
        <div class="share__checks">
          {layers.map(({ id, title }) => (
            <label key={id} class="switch">
              <input
                type="checkbox"
                checked={shown.some((one) => one === id)}
                onChange={(event) => {
                  const isOn = event.currentTarget.checked;
                  draft.layers.value = LAYER_IDS.filter((one) => (one === id ? isOn : shown.includes(one)));
                }}
              />
              {text(title)}
            </label>
          ))}
        </div>
      </details>
      {draft.hasFailed.value && (
        <p class="failure" role="alert">
          {translate("notice.language-failed")}
        </p>
      )}
    </>
  );
}
