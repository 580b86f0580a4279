import { useEffect, useState } from "preact/hooks";
import { useAtlas, useVoice } from "../context";
import { NotArrived } from "../NotArrived";
import { AltField } from "./AltField";
import { loadPictureGround, type PictureGround } from "./draft-picture";
import { PictureActions } from "./PictureActions";
import { PictureFields } from "./PictureFields";
import { PicturePreview } from "./PicturePreview";
import type { ShareDraft } from "./share-draft";
import { ViewFields } from "./ViewFields";

/** Pictures of this view: what can be chosen, what it will look like, and the files to take away. */
export function PicturePart({ draft }: { readonly draft: ShareDraft }) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const choice = draft.picture.value;
  const [ground, setGround] = useState<PictureGround | "failed" | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setGround(null);
    loadPictureGround(draft.layers.peek().includes("memberships")).then(
      (loaded) => isCurrent && setGround(loaded),
      () => isCurrent && setGround("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [draft, attempt]);
  if (ground === null) return <p class="quiet">{translate("part.loading")}</p>;
  if (ground === "failed") return <NotArrived onRetry={() => setAttempt(attempt + 1)} />;
  return (
    <div class="share__columns">
      <div class="share__fields">
        <ViewFields draft={draft} />
        <PictureFields choice={choice} onChoose={(chosen) => (draft.picture.value = chosen)} />
        <AltField draft={draft} />
      </div>
      <div class="share__outcome">
        <PicturePreview page={page} draft={draft} ground={ground} choice={choice} />
        <PictureActions draft={draft} ground={ground} choice={choice} />
      </div>
    </div>
  );
}
