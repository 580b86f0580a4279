import type { Language } from "../data/language";
import { directionOf } from "../state/language/translate";
import { guardScripts } from "../state/script-guard";
import { LAYER_IDS, type View } from "../state/view";
import { loadDataScript } from "./data-script";
import { make, makeButton } from "./dom";
import { openFullMap } from "./full-map";
import type { LightCards, LightData, LightLayers } from "./light-data";
import { mountLightMap } from "./light-map";
import { addCards, addLayers, createSession, type LightSession, viewOf } from "./light-session";

/** Words in every language for the time before the data script has brought all of them; written in while building. */
declare const FIRST_WORDS: Readonly<
  Record<Language, Readonly<Record<"embed.show" | "embed.failed" | "action.retry", string>>>
>;

const ownScript = document.currentScript as HTMLScriptElement;
/** The address of the built atlas, whatever page of it this is. */
const siteUrl = new URL("../", ownScript.src).href;
const later = (ownScript.dataset.later ?? "").split(" ");
const versions = (ownScript.dataset.versions ?? "").split(" ");

/** Where the data scripts of a view lie: those of its pinned version if that is known, else the current ones. */
const dataAddress = (view: View, name: string) =>
  view.pin !== null && versions.includes(view.pin)
    ? `${siteUrl}data/${view.pin}/${name}.js`
    : `${siteUrl}embed/${name}.js`;

/**
 * Loads the layers that `session` shows and the cards of the layer it has selected and of those in `cardsOf`, each once;
 * what failed is asked for again the next time.
 */
async function complete(session: LightSession, loaded: Set<string>, cardsOf: readonly string[] = []): Promise<void> {
  const { view, data } = session;
  const wanted = LAYER_IDS.filter((id) => view.layers.includes(id) || view.selected?.layer === id);
  const parts = wanted.filter((id) => later.includes(id)).map((id) => `light-${data.language}-${id}`);
  const asked = LAYER_IDS.filter((id) => id === view.selected?.layer || cardsOf.includes(id));
  parts.push(...asked.map((id) => `cards-${data.language}-${id}`));
  const load = async (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    try {
      const part = (await loadDataScript(dataAddress(view, name))) as LightLayers | LightCards;
      if ("cards" in part) addCards(session, part);
      else addLayers(session, part);
    } catch (error) {
      loaded.delete(name);
      throw error;
    }
  };
  await Promise.all(parts.map(load));
}

async function showLightMap(page: HTMLElement, view: View, language: string): Promise<void> {
  const data = (await loadDataScript(dataAddress(view, `light-${language}`))) as LightData;
  const session = createSession(data, view);
  const loaded = new Set<string>();
  await complete(session, loaded);
  document.documentElement.lang = data.language;
  document.body.dir = directionOf(data.language);
  mountLightMap(page, session, {
    siteUrl,
    isPinKnown: view.pin === null || versions.includes(view.pin),
    complete: (cardsOf) => complete(session, loaded, cardsOf),
  });
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
  const show = async () => {
    try {
      if (view.embed.start === "full") await openFullMap(page).catch(() => showLightMap(page, view, language));
      else await showLightMap(page, view, language);
    } catch {
      sayThatItFailed(stage, language, show);
    }
  };
  await isInSight(stage);
  if (view.embed.start !== "poster") return show();
  const button = makeButton(
    { class: "button embed__start", lang: language, dir: directionOf(language) },
    () => {
      button.remove();
      void show();
    },
    FIRST_WORDS[language]["embed.show"],
  );
  stage.append(button);
}

guardScripts();
// A page that gives its frame another fragment means another view; the full map follows by itself.
window.addEventListener("hashchange", () => {
  if (document.documentElement.dataset.full === undefined) location.reload();
});
void start();
