import { needsFullMap } from "../../state/needs-full-map";
import { useVoice } from "../context";
import { hasOwnData } from "./has-own-data";
import type { ShareDraft } from "./share-draft";

/** What the embed will not show of the view as it is now, and what can be done about it. */
export function EmbedWarnings({ draft }: { readonly draft: ShareDraft }) {
  const { translate } = useVoice();
  const isPartial = needsFullMap(draft.asked.value) && draft.embed.value.start !== "full";
  return (
    <>
      {isPartial && (
        <div class="share__warning" role="status">
          <p>{translate("share.needs-full")}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              draft.embed.value = { ...draft.embed.peek(), start: "full" };
            }}
          >
            {translate("share.begin-full")}
          </button>
        </div>
      )}
      {hasOwnData(draft) && <p class="share__warning">{translate("share.own-note")}</p>}
    </>
  );
}
