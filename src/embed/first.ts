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
root.dataset.first = "";

// The words of another language than the page's are asked for now, a round trip before the map's own script would.
const own = (document.currentScript as HTMLScriptElement | null)?.dataset.language;
const asked = link.get("lang");
const waits = options.some((option) => option === "start:poster" || option === "start:full");
const isOther = asked !== own && (asked === "en" || asked === "ur" || asked === "fa");
if (isOther) root.dataset.language = asked;
if (own && isOther && !link.has("pin") && !waits) {
  const words = document.createElement("link");
  words.rel = "preload";
  words.as = "script";
  words.href = new URL(`light-${asked}.js`, (document.currentScript as HTMLScriptElement).src).href;
  document.head.append(words);
}
