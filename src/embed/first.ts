/**
 * What has to be known before anything is painted, so that nothing moves afterwards: theme, background, whether a
 * heading is wanted, and whether the conflict is to be left out. Everything else waits until the picture is on the screen.
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

// Fonts are asked for across origins: a frame of opaque origin would only be refused, so it keeps the system's.
const fonts = (document.currentScript as HTMLScriptElement | null)?.dataset.fonts;
if (fonts !== undefined && self.origin !== "null") {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = fonts;
  document.head.append(sheet);
}
