import { embedSnippet } from "../../state/embed-snippet";
import { CopyField } from "../CopyField";
import { useVoice } from "../context";
import { EmbedFields } from "./EmbedFields";
import { EmbedPreview } from "./EmbedPreview";
import { EmbedWarnings } from "./EmbedWarnings";
import { curatedOfDraft, embedOfDraft } from "./embed-of-draft";
import type { ShareDraft } from "./share-draft";
import { ViewFields } from "./ViewFields";

/** The snippet that shows this view in another page, what can be chosen about it, and what it will look like there. */
export function EmbedPart({ draft }: { readonly draft: ShareDraft }) {
  const { translate, text } = useVoice();
  const embed = embedOfDraft(draft, location.href);
  const curated = curatedOfDraft(draft);
  return (
    <div class="share__columns">
      <div class="share__fields">
        <ViewFields draft={draft} />
        <EmbedFields draft={draft} isCurated={curated !== null} />
      </div>
      <div class="share__outcome">
        <EmbedWarnings draft={draft} />
        {/* Before the preview, whose map has more stops for the tab key than anybody wants to pass. */}
        {embed && <CopyField label={translate("share.embed")} text={embedSnippet(embed)} lines={5} />}
        {embed && <EmbedPreview embed={embed} />}
        <p class="quiet">
          {curated
            ? translate("share.curated-note", { title: `\u2068${text(curated.title)}\u2069` })
            : translate("share.uncurated-note")}
        </p>
        <p class="quiet">{translate("share.embed-note")}</p>
      </div>
    </div>
  );
}
