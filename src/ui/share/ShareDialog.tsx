import "./share.css";
import type { ComponentType } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useAtlas, useVoice } from "../context";
import { tabAfterKey } from "../tab-keys";
import { CitePart } from "./CitePart";
import { EmbedPart } from "./EmbedPart";
import { LinkPart } from "./LinkPart";
import { PicturePart } from "./PicturePart";
import { createShareDraft, type ShareDraft } from "./share-draft";

const PARTS = ["link", "embed", "picture", "cite"] as const;
type PartName = (typeof PARTS)[number];

const COMPONENTS: Readonly<Record<PartName, ComponentType<{ readonly draft: ShareDraft }>>> = {
  link: LinkPart,
  embed: EmbedPart,
  picture: PicturePart,
  cite: CitePart,
};

/** Everything that takes this view out of the atlas: its link, an embed, pictures and print, and how to cite it. */
export default function ShareDialog() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const draft = useMemo(() => createShareDraft(page), [page]);
  useEffect(() => draft.dispose, [draft]);
  const [open, setOpen] = useState<PartName>("link");
  const Part = COMPONENTS[open];
  const move = (event: KeyboardEvent) => {
    const at = tabAfterKey(event.key, PARTS.indexOf(open), PARTS.length);
    const next = at === null ? null : PARTS[at];
    if (!next) return;
    event.preventDefault();
    setOpen(next);
    document.getElementById(`share-tab-${next}`)?.focus();
  };
  return (
    <div class="share">
      <div class="tabs share__tabs" role="tablist" aria-label={translate("tool.share")} onKeyDown={move}>
        {PARTS.map((name) => (
          <button
            key={name}
            id={`share-tab-${name}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={name === open}
            aria-controls="share-part"
            tabIndex={name === open ? 0 : -1}
            onClick={() => setOpen(name)}
          >
            {translate(`share.tab-${name}`)}
          </button>
        ))}
      </div>
      <div id="share-part" class="share__part" role="tabpanel" aria-labelledby={`share-tab-${open}`}>
        <Part draft={draft} />
      </div>
    </div>
  );
}
