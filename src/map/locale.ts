import type { Translate } from "../state/language/translate";

/** The texts of MapLibre that a page of the atlas can show, by its own names for them: none of its controls is there. */
export const MAPLIBRE_TEXTS = [
  "Map.Title",
  "CooperativeGesturesHandler.WindowsHelpText",
  "CooperativeGesturesHandler.MacHelpText",
  "CooperativeGesturesHandler.MobileHelpText",
] as const;

/** MapLibre's texts in the reader's language. */
export const mapLocale = (translate: Translate): Record<string, string> =>
  Object.fromEntries(MAPLIBRE_TEXTS.map((name) => [name, translate(`maplibre.${name}`)]));

/**
 * Changes the language of a map that is already drawn: the name of its canvas and the sentences that tell how to move an
 * embedded map. MapLibre itself reads its texts only once.
 */
export function relabelMap(container: HTMLElement, translate: Translate): void {
  container.querySelector("canvas")?.setAttribute("aria-label", translate("maplibre.Map.Title"));
  const isMac = navigator.userAgent.includes("Mac");
  const sentences = {
    "maplibregl-desktop-message": `CooperativeGesturesHandler.${isMac ? "Mac" : "Windows"}HelpText`,
    "maplibregl-mobile-message": "CooperativeGesturesHandler.MobileHelpText",
  };
  for (const [name, key] of Object.entries(sentences)) {
    const element = container.querySelector(`.${name}`);
    if (element) element.textContent = translate(`maplibre.${key}`);
  }
}
