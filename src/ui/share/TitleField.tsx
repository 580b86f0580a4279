import { directionOf } from "../../state/language/translate";
import { useVoice } from "../context";
import type { ShareDraft } from "./share-draft";

const MOST_LETTERS = 200;

/** The title to publish under: drafted from the view until it is written over; emptied, the draft comes back. */
export function TitleField({ draft }: { readonly draft: ShareDraft }) {
  const { translate } = useVoice();
  return (
    <label class="field">
      <span>{translate("share.title")}</span>
      <input
        class="share__title"
        maxLength={MOST_LETTERS}
        dir={directionOf(draft.language.value)}
        lang={draft.language.value}
        value={draft.title.value ?? draft.words.value?.title ?? ""}
        onInput={(event) => {
          draft.title.value = event.currentTarget.value.trim() === "" ? null : event.currentTarget.value;
        }}
      />
    </label>
  );
}
