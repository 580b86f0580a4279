import { citeApa, citeBibtex, citeCslJson } from "../../state/citation";
import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { citedLink } from "./cited-link";
import type { ShareDraft } from "./share-draft";
import { TitleField } from "./TitleField";

/** How to cite this view: title, data version, day and link in three common forms. */
export function CitePart({ draft }: { readonly draft: ShareDraft }) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const { dataVersion, released } = page.model.manifest;
  const cited = {
    title: draft.words.value?.title ?? "",
    dataVersion,
    released,
    accessed: new Date().toISOString().slice(0, 10),
    url: citedLink(draft),
    kind: "Map view",
  } as const;
  return (
    <>
      <TitleField draft={draft} />
      <CopyField label="APA" text={citeApa(cited)} lines={4} />
      <CopyField label="BibTeX" text={citeBibtex(cited)} lines={9} />
      <CopyField label="CSL-JSON" text={citeCslJson(cited)} lines={9} />
      <p class="quiet">{translate("share.cite-note", { version: dataVersion })}</p>
    </>
  );
}
