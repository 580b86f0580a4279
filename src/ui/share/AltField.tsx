import { directionOf } from "../../state/language/translate";
import { useVoice } from "../context";
import type { ShareDraft } from "./share-draft";

const MOST_LETTERS = 2000;

/** What the picture shows, in words for readers who do not see it: drafted from the data, to be read and mended. */
export function AltField({ draft }: { readonly draft: ShareDraft }) {
  const { translate } = useVoice();
  return (
    <div class="share__alt">
      <label class="field">
        <span>{translate("share.alt")}</span>
        <textarea
          class="share__alt-text"
          rows={4}
          maxLength={MOST_LETTERS}
          dir={directionOf(draft.language.value)}
          lang={draft.language.value}
          value={draft.alt.value ?? draft.words.value?.alt ?? ""}
          onInput={(event) => {
            draft.alt.value = event.currentTarget.value;
          }}
        />
      </label>
      {draft.alt.value !== null && (
        <button type="button" class="link-button" onClick={() => (draft.alt.value = null)}>
          {translate("share.alt-again")}
        </button>
      )}
      <p class="quiet">{translate("share.alt-note")}</p>
    </div>
  );
}
