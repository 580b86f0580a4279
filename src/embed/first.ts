import { embedPage } from "../state/embed-page";

/**
 * What has to be known before anything is painted, so that nothing moves afterwards: theme, background, direction, whether
 * a heading is wanted, and whether the conflict is to be left out. Everything else waits until the picture is on the screen.
 * The page is read on meanwhile, and painted when this has run; where a browser would not wait, the style sheet does.
 */
const link = new URLSearchParams(location.hash.slice(1));
const root = document.documentElement;
const theme = link.get("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
const options = (link.get("embed") ?? "").split(";");
if (options.includes("title:hidden")) root.dataset.title = "hidden";
if (options.includes("background:transparent")) root.dataset.background = "transparent";
const [, geography = ""] = /(?:^|;)geography:([^;]*)/.exec(link.get("f") ?? "") ?? [];
if (geography.split(",").includes("only")) root.dataset.geography = "only";

const ownScript = document.currentScript as HTMLScriptElement;
const language = link.get("lang");
const data = link.get("data");

// A frame that is pinned to older data has a page with their poster, and these would be the newest. (A page that knows of a
// pin stays what it is.)
const { versions = "", current } = document.querySelector<HTMLElement>("[data-versions]")?.dataset ?? {};
const version = link.get("pin");
const isElsewhere = version !== null && version !== current && versions.split(" ").includes(version);
if (isElsewhere && data === null && !location.pathname.includes(`/embed/${version}/`)) {
  const page = new URL(`../${embedPage({ language, version, view: null, data })}`, ownScript.src);
  page.hash = location.hash;
  location.replace(page.href);
}

// The words of another language than the page's are asked for now, a round trip before the map's own script would. Where
// nothing comes unasked, the page keeps its own words, and their direction.
const own = ownScript.dataset.language;
const waits = options.some((option) => option === "start:poster" || option === "start:full");
const isOther = !waits && language !== own && (language === "en" || language === "ur" || language === "fa");
if (isOther) root.dataset.language = language;

// Where heading and summary will be those of another view, or of whatever the page around asks for, their room is kept.
/** What of a link decides about heading and summary. */
const wordsOf = (parameters: URLSearchParams) =>
  [...parameters].filter(([name]) => !["v", "lang", "theme", "pin", "embed"].includes(name)).join("&");
const asked = wordsOf(link);
const isAsPainted = asked === "" || asked === wordsOf(new URLSearchParams(ownScript.dataset.view?.slice(1)));
if (isOther || !isAsPainted || options.some((option) => option.startsWith("commands:"))) {
  root.dataset.words = !isAsPainted && link.has("sel") ? "card" : "";
}
root.dataset.first = "";
if (own && isOther && version === null) {
  const words = document.createElement("link");
  words.rel = "preload";
  words.as = "script";
  words.href = new URL(`light-${language}.js`, ownScript.src).href;
  document.head.append(words);
}
