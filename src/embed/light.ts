import type { Language } from "../data/language";
import { directionOf } from "../state/language/translate";
import { guardScripts } from "../state/script-guard";
import { LAYER_IDS, type View } from "../state/view";
import { cardFileOf } from "./card-file";
import { listenToPageScripts, loadDataScript } from "./data-script";
import { make, makeButton } from "./dom";
import { openFullMap } from "./full-map";
import type { LightCards, LightLayers, LightPublishers, LightStart, LightWords } from "./light-data";
import { mountLightMap } from "./light-map";
import { addCards, addLayers, createSession, viewOf } from "./light-session";

/** Words in every language for the time before the data script has brought all of them; written in while building. */
declare const FIRST_WORDS: Readonly<
  Record<Language, Readonly<Record<"embed.show" | "embed.failed" | "action.retry", string>>>
>;

const ownScript = document.currentScript as HTMLScriptElement;
/** The address of the built atlas, whatever page of it this is. */
const siteUrl = new URL("../", ownScript.src).href;
const later = (ownScript.dataset.later ?? "").split(" ");
const versions = (ownScript.dataset.versions ?? "").split(" ");
const { current, fonts } = ownScript.dataset;

/** The address of a data script of a view: of its pinned version if that is kept, else of the current one, which may be it. */
const dataAddress = (view: View, name: string) =>
  view.pin !== null && view.pin !== current && versions.includes(view.pin)
    ? `${siteUrl}data/${view.pin}/${name}.js`
    : `${siteUrl}embed/${name}.js`;

/** What a view needs beside what every light map starts from: later layers, and the card of what is selected. */
function partsOf({ layers, selected }: View, language: string): readonly string[] {
  const wanted = LAYER_IDS.filter((id) => layers.includes(id) || selected?.layer === id);
  const parts = wanted.filter((id) => later.includes(id)).map((id) => `light-${language}-${id}`);
  if (selected && LAYER_IDS.some((id) => id === selected.layer)) {
    parts.push(`cards-${language}-${selected.layer}-${cardFileOf(selected)}`);
  }
  return parts;
}

/** Loads what a view is drawn from; answers what puts the map in the place of the poster. */
async function prepareLightMap(view: View, language: string): Promise<(page: HTMLElement) => void> {
  const parts = new Map<string, Promise<unknown>>();
  /** Loads a part once; what failed is asked for again the next time. */
  const load = (name: string) => {
    const part = parts.get(name) ?? loadDataScript(dataAddress(view, name));
    parts.set(name, part);
    part.catch(() => parts.delete(name));
    return part;
  };
  const firstParts = Promise.all(partsOf(view, language).map(load));
  const [start, words] = await Promise.all([load("light-start"), load(`light-${language}`), firstParts]);
  const session = createSession({ ...(start as LightStart), ...(words as LightWords) }, view);
  const known = new Set<unknown>();
  const complete = async () => {
    const loaded = await Promise.all(partsOf(session.view, language).map(load));
    for (const part of loaded as readonly (LightLayers | LightCards)[]) {
      if (known.has(part)) continue;
      known.add(part);
      if ("cards" in part) addCards(session, part);
      else addLayers(session, part);
    }
  };
  await complete();
  return (page) => {
    document.documentElement.lang = session.data.language;
    document.body.dir = directionOf(session.data.language);
    mountLightMap(page, session, {
      siteUrl,
      isPinKnown: view.pin === null || versions.includes(view.pin),
      complete,
      publishers: () => load("publishers") as Promise<LightPublishers>,
    });
  };
}

/** Height above and below the base line of the fonts of systems, about: with the same, ours move no line when they come. */
const LINE_METRICS = { ascentOverride: "94%", descentOverride: "25%", lineGapOverride: "0%" };

/**
 * Asks for the fonts of the page, once what matters more has come; the page wears them when they are there. Fonts are asked
 * for across origins: a frame of opaque origin would only be refused, so it keeps the system's.
 */
function loadFonts(): void {
  if (fonts === undefined || self.origin === "null") return;
  const sheet = make("link", { rel: "stylesheet", href: fonts });
  sheet.addEventListener("load", () => void wearFonts().catch(() => {}));
  document.head.append(sheet);
}

/** A line may settle by less without anyone seeing it. */
const LEAST_MOVE_PX = 3;

/** Where the summary of the page begins, as the edges of its first piece of text, and how high it is with its heading; in px. */
function textPlace(head: HTMLElement | null): readonly number[] {
  const summary = head?.querySelector("p");
  if (!head || !summary) return [];
  const text = document.createRange();
  text.selectNodeContents(summary);
  const [first] = text.getClientRects();
  if (!first) return [];
  return [first.top, getComputedStyle(summary).direction === "rtl" ? first.right : first.left, head.offsetHeight];
}

async function wearFonts(): Promise<void> {
  const { documentElement: root, fonts: known } = document;
  for (const face of known) Object.assign(face, LINE_METRICS);
  const style = getComputedStyle(root);
  // The first family of each list; where a letter is of another, that one is fetched with the letter.
  const first = (name: string) => style.getPropertyValue(name).split(",")[0] ?? "";
  await Promise.all([
    known.load(`400 1rem ${first("--late-text")}`),
    known.load(`600 1rem ${first("--late-text")}`),
    known.load(`600 1rem ${first("--late-title")}`),
  ]);
  const head = document.querySelector<HTMLElement>(".embed__head");
  const before = textPlace(head);
  root.dataset.fonts = "";
  const after = textPlace(head);
  // A summary that would begin elsewhere, or take more lines, keeps the letters it has, and its heading with it.
  if (head && before.some((edge, at) => Math.abs(edge - (after[at] ?? edge)) >= LEAST_MOVE_PX)) head.dataset.early = "";
}

/** Resolves when the frame is in sight of the reader. */
function isInSight(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/** The picture stays when the map does not come; the reader is told, and can try again. */
function sayThatItFailed(stage: Element, language: Language, retry: () => void): void {
  const words = FIRST_WORDS[language];
  const notice = make(
    "p",
    { class: "embed__failure", role: "alert", lang: language, dir: directionOf(language) },
    `${words["embed.failed"]} `,
    makeButton(
      { class: "button" },
      () => {
        notice.remove();
        retry();
      },
      words["action.retry"],
    ),
  );
  stage.append(notice);
}

async function start(): Promise<void> {
  const page = document.getElementById("embed");
  const stage = page?.querySelector(".embed__stage");
  if (!page || !stage) return;
  const { view, language } = viewOf(page.dataset.view ?? "", location.hash, navigator.languages);
  const showLightMap = async (prepared = prepareLightMap(view, language)) => (await prepared)(page);
  const show = async (prepared?: ReturnType<typeof prepareLightMap>) => {
    try {
      if (view.embed.start === "full") await openFullMap(page).catch(() => showLightMap());
      else await showLightMap(prepared);
    } catch {
      sayThatItFailed(stage, language, () => void show());
    }
    loadFonts();
  };
  // Its data are on their way already; the map waits until somebody can see it.
  const prepared = view.embed.start === "light" ? prepareLightMap(view, language) : undefined;
  prepared?.catch(() => {});
  await isInSight(stage);
  if (view.embed.start !== "poster") return show(prepared);
  const button = makeButton(
    { class: "button embed__start", lang: language, dir: directionOf(language) },
    () => {
      button.remove();
      void show();
    },
    FIRST_WORDS[language]["embed.show"],
  );
  stage.append(button);
  loadFonts();
}

guardScripts();
listenToPageScripts();
// A page that gives its frame another fragment means another view; the full map follows by itself.
window.addEventListener("hashchange", () => {
  if (document.documentElement.dataset.full === undefined) location.reload();
});
void start();
