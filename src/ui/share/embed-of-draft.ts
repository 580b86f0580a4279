import curated from "../../../data/views.json";
import type { CuratedView } from "../../data/curated-view";
import { curatedViewOf } from "../../state/curated";
import { DEFAULT_EMBED_OPTIONS } from "../../state/embed-options";
import { embedPage } from "../../state/embed-page";
import { type Embed, embedSize, isPictureAddress } from "../../state/embed-snippet";
import { directionOf } from "../../state/language/translate";
import { encode } from "../../state/permalink";
import { fitCamera } from "../../state/seen";
import { START_VIEW } from "../../state/view";
import type { ShareDraft } from "./share-draft";

/** The least room that the heading, the legend and the source line of an embed leave its map, in CSS px. */
const AROUND_MAP = { width: 16, height: 110 };

/**
 * The curated view whose own page the frame of a draft opens, with its poster of exactly that view; null where there is none.
 * The element opens pages for any view alone.
 */
export const curatedOfDraft = (draft: ShareDraft): CuratedView | null =>
  draft.way.value === "element" ? null : curatedViewOf(draft.asked.value, curated.views);

/** The address of the frame, from the folder of the atlas. */
function frameOf(draft: ShareDraft): string {
  const view = draft.view.value;
  const embed = draft.embed.value;
  const { language, theme, pin } = view;
  const own = curatedOfDraft(draft);
  // The version that is open here is kept; of another nobody knows, and `embed.html` says so.
  const version = pin === draft.dataVersion ? pin : null;
  const page = embedPage({ language, version, view: own?.id ?? null, data: view.data });
  if (own) return `${page}${encode({ ...START_VIEW, language, theme, pin, embed })}`;
  const { width, height } = embedSize(draft.shape.value, draft.width.value);
  const room = { width: width - AROUND_MAP.width, height: height - AROUND_MAP.height };
  // A frame is smaller than a window: it looks from farther away, and shows all of what was seen.
  return `${page}${encode({ ...view, camera: fitCamera(view.camera, draft.seen, room), embed })}`;
}

/** What the snippet of a draft says, with `base` as the address of the atlas; null until there are words for it. */
export function embedOfDraft(draft: ShareDraft, base: string): Embed | null {
  const words = draft.words.value;
  const speech = draft.speech.value;
  if (!words || !speech) return null;
  const isCurated = curatedOfDraft(draft) !== null;
  const view = isCurated ? draft.asked.value : draft.view.value;
  const hosted = draft.hostedPicture.value.trim();
  return {
    way: draft.way.value,
    site: new URL(".", base).href,
    src: new URL(frameOf(draft), base).href,
    link: new URL(encode({ ...view, embed: DEFAULT_EMBED_OPTIONS }), base).href,
    title: words.title,
    credit: speech.translate("share.credit"),
    language: speech.language,
    isRightToLeft: directionOf(speech.language) === "rtl",
    shape: draft.shape.value,
    width: draft.width.value,
    picture: isCurated || !isPictureAddress(hosted) ? null : { src: hosted, alt: words.alt },
  };
}
