import { encode } from "../../state/permalink";
import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { openExport } from "../export/wanted";
import { Icon } from "../Icon";
import { hasOwnData } from "./has-own-data";
import type { ShareDraft } from "./share-draft";

/** The link of this view, as the reader sees it and in the language it is read in. */
export function LinkPart({ draft }: { readonly draft: ShareDraft }) {
  const { page, shell } = useAtlas();
  const { translate, language } = useVoice();
  const link = new URL(encode({ ...page.model.view.value, language }), location.href).href;
  const share = () => {
    // A reader who closes the system's own sheet has changed their mind: nothing to say.
    navigator.share({ title: draft.words.value?.title ?? "", text: translate("app.title"), url: link }).catch(() => {});
  };
  return (
    <>
      {hasOwnData(draft) && <p class="share__warning">{translate("share.own-note")}</p>}
      <CopyField label={translate("share.link")} text={link} lines={3} />
      <div class="button-row">
        {"share" in navigator && (
          <button type="button" class="button" onClick={share}>
            {translate("share.system")}
          </button>
        )}
        <button type="button" class="button" onClick={() => openExport(shell, { scope: "filtered", layer: null })}>
          <Icon name="download" /> {translate("tool.export")}
        </button>
      </div>
      <p class="quiet">{translate("share.link-note")}</p>
    </>
  );
}
