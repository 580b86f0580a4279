import type { Translate } from "../state/language/translate";
import { make, makeButton, makeIcon } from "./dom";

const ICONS = {
  in: "M10 4v12M4 10h12",
  out: "M4 10h12",
  home: "M3 9.5L10 3.5l7 6M5 8.5V16.5h3.5V12h3v4.5H15V8.5",
  share: "M10 12.5V3M6.5 6L10 2.8 13.5 6M5 9.5v7h10v-7",
};

/** What the buttons on a light map do; `zoom` takes levels, inwards when positive. */
export interface MapButtonActions {
  zoom(levels: number): void;
  home(): void;
  share(): void;
}

/** The buttons on a light map: nearer, farther, the whole border, and what can be taken along. */
export function makeMapButtons(translate: Translate, { zoom, home, share }: MapButtonActions): HTMLElement {
  const button = (icon: keyof typeof ICONS, label: string, onPress: () => void) =>
    makeButton({ class: "icon-button", "aria-label": translate(label) }, onPress, makeIcon(ICONS[icon]));
  return make(
    "div",
    { class: "embed__buttons", role: "group", "aria-label": translate("map.label") },
    button("in", "map.zoom-in", () => zoom(1)),
    button("out", "map.zoom-out", () => zoom(-1)),
    button("home", "map.home", home),
    button("share", "embed.tools", share),
  );
}
