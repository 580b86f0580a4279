import { citeApa } from "../state/citation";
import { embedPage } from "../state/embed-page";
import { embedSnippet } from "../state/embed-snippet";
import { directionOf, type Translate } from "../state/language/translate";
import { encode } from "../state/permalink";
import { START_VIEW } from "../state/view";
import { make, makeButton, makeIcon } from "./dom";
import type { LightPublishers } from "./light-data";
import { fullLink, headingOf, type LightSession } from "./light-session";
import { type LightMessages, lightTranslator } from "./speak";
import { drawPublished, fileOf, type PublishedPicture } from "./tools-picture";

/** What the tools need to know of the frame. */
export interface ToolsContext {
  readonly session: LightSession;
  /** The address of the built atlas, with its slash. */
  readonly siteUrl: string;
  readonly theme: "light" | "dark";
  /** CSS px of the map as it is seen. */
  readonly seen: { readonly width: number; readonly height: number };
  readonly publishers: LightPublishers;
}

/** A text to copy, by button or by hand. */
function copyField(label: string, text: string, say: Translate): HTMLElement {
  const field = make("textarea", { readonly: true, dir: "ltr", rows: 4, "aria-label": label });
  field.value = text;
  const answer = make("p", { class: "quiet", role: "status" });
  const copy = async () => {
    // Many frames may not use the clipboard: the text is left marked, for the reader to copy.
    field.select();
    answer.textContent = await navigator.clipboard.writeText(text).then(
      () => say("copy.done"),
      () => say("copy.by-hand"),
    );
  };
  return make(
    "div",
    {},
    field,
    makeButton({ class: "button" }, () => void copy(), say("copy.action")),
    answer,
  );
}

/** The picture with buttons that make files of it; where a frame may not save files, the picture itself can be kept. */
function pictureParts(
  { session, siteUrl, theme, seen, publishers }: ToolsContext,
  say: Translate,
): readonly HTMLElement[] {
  const { title, summary } = headingOf(session);
  const picture: PublishedPicture = {
    session,
    translate: say,
    theme,
    seen,
    publishers,
    siteUrl,
    title,
    alt: summary === "" ? title : `${title}. ${summary}`,
    link: new URL(`index.html${fullLink(session)}`, siteUrl).href,
  };
  const drawn = drawPublished(picture);
  const image = make("img", { alt: picture.alt });
  const answer = make("p", { class: "quiet", role: "status" });
  drawn.then(
    ({ svg, hasFonts }) => {
      image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      if (!hasFonts) answer.textContent = say("share.without-fonts");
    },
    () => {
      // Opened again, the dialog tries again.
      answer.textContent = say("share.failed");
    },
  );
  const save = async (ending: "svg" | "png") => {
    answer.textContent = say("part.loading");
    try {
      const link = make("a", {
        href: URL.createObjectURL(await fileOf((await drawn).svg, ending)),
        download: `sarhad.${ending}`,
      });
      link.click();
      answer.textContent = session.translate("embed.keep-picture");
    } catch {
      answer.textContent = say("share.failed");
    }
  };
  const buttons = (["svg", "png"] as const).map((ending) =>
    makeButton({ class: "button" }, () => void save(ending), say(`share.save-${ending}`)),
  );
  return [image, make("div", { class: "embed__row" }, ...buttons), answer];
}

function citation({ session, siteUrl }: ToolsContext): string {
  const { dataVersion, released, language } = session.data;
  const link = encode({ ...session.view, language, pin: dataVersion, embed: START_VIEW.embed });
  return citeApa({
    title: headingOf(session).title,
    dataVersion,
    released,
    accessed: new Date().toISOString().slice(0, 10),
    url: new URL(`index.html${link}`, siteUrl).href,
    kind: "Map view",
  });
}

function snippet({ session, siteUrl }: ToolsContext, say: Translate): string {
  const { language, dataVersion } = session.data;
  const { view } = session;
  const version = view.pin === dataVersion ? dataVersion : null;
  const page = embedPage({ language, version, view: null, data: view.data });
  const link = encode({ ...view, language, embed: { ...view.embed, id: null, commands: null } });
  return embedSnippet({
    way: "frame",
    site: siteUrl,
    src: new URL(`${page}${link}`, siteUrl).href,
    link: new URL(`index.html${fullLink(session)}`, siteUrl).href,
    title: headingOf(session).title,
    credit: say("share.credit"),
    language,
    isRightToLeft: directionOf(language) === "rtl",
    shape: "3-2",
    width: null,
    picture: null,
  });
}

/** What takes the view of a frame out of it: a picture as SVG or PNG, a citation, and the snippet that embeds it. */
export function makeTools(context: ToolsContext, words: LightMessages): HTMLDialogElement {
  const { messages, language } = context.session.data;
  const say = lightTranslator({ ...messages, ...words }, language);
  const heading = make("h2", { id: "tools-title" }, say("tool.share"));
  const dialog = make("dialog", { class: "embed__tools", "aria-labelledby": "tools-title" });
  const close = makeButton(
    { class: "icon-button", "aria-label": say("action.close") },
    () => dialog.close(),
    makeIcon("M5 5l10 10M15 5L5 15"),
  );
  const version = `\u2068${context.session.data.dataVersion}\u2069`;
  dialog.append(
    make("div", { class: "card__line" }, heading, close),
    make("h3", {}, context.session.translate("embed.picture")),
    ...pictureParts(context, say),
    make("h3", {}, say("share.tab-cite")),
    copyField(say("share.tab-cite"), citation(context), say),
    make("p", { class: "quiet" }, say("share.cite-note", { version })),
    make("h3", {}, say("share.tab-embed")),
    copyField(say("share.embed"), snippet(context, say), say),
  );
  return dialog;
}
