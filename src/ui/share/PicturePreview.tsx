import { effect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Page } from "../../state/page";
import { drawDraft, type PictureGround, withFonts } from "./draft-picture";
import type { PictureChoice } from "./picture-choice";
import type { ShareDraft } from "./share-draft";

interface PicturePreviewProps {
  readonly page: Page;
  readonly draft: ShareDraft;
  readonly ground: PictureGround;
  readonly choice: PictureChoice;
}

/** The picture is drawn again when the choices have rested this long. */
const REST_MILLISECONDS = 250;

/** The very picture that will be saved. */
export function PicturePreview({ page, draft, ground, choice }: PicturePreviewProps) {
  const [url, setUrl] = useState("");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    let shown = "";
    const show = async (svg: string) => {
      // Without its fonts a preview still shows what matters; saving will say what is missing.
      const whole = await withFonts(svg).catch(() => svg);
      if (!isCurrent) return;
      URL.revokeObjectURL(shown);
      shown = URL.createObjectURL(new Blob([whole], { type: "image/svg+xml" }));
      setUrl(shown);
    };
    const stop = effect(() => {
      const svg = drawDraft(draft, page, ground, choice);
      clearTimeout(timer);
      if (svg) timer = setTimeout(() => void show(svg), REST_MILLISECONDS);
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      stop();
      URL.revokeObjectURL(shown);
    };
  }, [page, draft, ground, choice]);
  return (
    <div class="share__preview" style={{ aspectRatio: `${choice.width} / ${choice.height}` }}>
      {url !== "" && (
        <img
          src={url}
          alt={draft.words.value?.alt ?? ""}
          lang={draft.language.value}
          width={choice.width}
          height={choice.height}
        />
      )}
    </div>
  );
}
