import { DEFAULT_EMBED_OPTIONS } from "../../state/embed-options";
import { EMBED_WIDTH, type Embed, embedHeight } from "../../state/embed-snippet";
import { directionOf } from "../../state/language/translate";
import { encode } from "../../state/permalink";
import { fitCamera } from "../../state/seen";
import type { ShareDraft } from "./share-draft";

/** The least room that the heading, the legend and the source line of an embed leave its map, in CSS px. */
const AROUND_MAP = { width: 16, height: 110 };

/** What the snippet of a draft says, with `base` as the address of the atlas; null until there are words for it. */
export function embedOfDraft(draft: ShareDraft, base: string): Embed | null {
  const words = draft.words.value;
  const speech = draft.speech.value;
  if (!words || !speech) return null;
  const view = draft.view.value;
  const shape = draft.shape.value;
  const room = { width: EMBED_WIDTH - AROUND_MAP.width, height: embedHeight(shape) - AROUND_MAP.height };
  // A frame is smaller than a window: it looks from farther away, and shows all of what was seen.
  const framed = { ...view, camera: fitCamera(view.camera, draft.seen, room), embed: draft.embed.value };
  const hosted = draft.hostedPicture.value.trim();
  return {
    src: new URL(`embed.html${encode(framed)}`, base).href,
    link: new URL(encode({ ...view, embed: DEFAULT_EMBED_OPTIONS }), base).href,
    title: words.title,
    credit: speech.translate("share.credit"),
    language: speech.language,
    isRightToLeft: directionOf(speech.language) === "rtl",
    shape,
    picture: hosted === "" ? null : { src: hosted, alt: words.alt },
  };
}
