import type { Signal } from "@preact/signals";
import { DEFAULT_EMBED_OPTIONS, type EmbedOptions } from "../../state/embed-options";
import type { EmbedShape, EmbedWay, EmbedWidth } from "../../state/embed-snippet";
import { encode } from "../../state/permalink";
import { START_VIEW, type View } from "../../state/view";
import type { PictureChoice } from "./picture-choice";

/** The parts of a draft that outlast its dialog. */
export interface LastingDraft {
  readonly way: Signal<EmbedWay>;
  readonly shape: Signal<EmbedShape>;
  readonly width: Signal<EmbedWidth>;
  readonly embed: Signal<EmbedOptions>;
  /** Size, fineness and ground of pictures. */
  readonly picture: Signal<PictureChoice>;
  readonly isPinned: Signal<boolean>;
  /** Title and description as the sharer wrote them; null while the drafts are good enough. */
  readonly title: Signal<string | null>;
  readonly alt: Signal<string | null>;
  /** The address of a picture that the sharer hosts; empty for none. */
  readonly hostedPicture: Signal<string>;
}

/** What was chosen in the dialog that was closed last: an editor closes it to move the map, and comes back. */
let left: { readonly subject: string; readonly draft: LastingDraft } | null = null;

/** What a view is about, wherever it looks from: words written for one subject stay away from another. */
const subjectOf = (view: View): string =>
  encode({ ...view, camera: START_VIEW.camera, language: null, theme: null, embed: DEFAULT_EMBED_OPTIONS });

/** Keeps what was chosen about `view` until the page is left; nothing of it is stored. */
export const leaveDraft = (view: View, draft: LastingDraft): void => {
  left = { subject: subjectOf(view), draft };
};

/** Gives `draft` of `view` what was chosen before: how it is embedded, and its words where it is about the same. */
export function resumeDraft(view: View, draft: LastingDraft): void {
  if (!left) return;
  const before = left.draft;
  draft.way.value = before.way.peek();
  draft.shape.value = before.shape.peek();
  draft.width.value = before.width.peek();
  draft.embed.value = before.embed.peek();
  draft.picture.value = before.picture.peek();
  if (left.subject !== subjectOf(view)) return;
  draft.isPinned.value = before.isPinned.peek();
  draft.title.value = before.title.peek();
  draft.alt.value = before.alt.peek();
  draft.hostedPicture.value = before.hostedPicture.peek();
}
