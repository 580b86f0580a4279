import { legendEntries } from "../picture/legend";
import type { Picture } from "../picture/scene";
import { make, makeSvg } from "./dom";

/** The legend of what a picture shows. */
export const makeLegend = (picture: Picture): HTMLElement =>
  make(
    "ul",
    { class: "plain-list legend__list" },
    ...legendEntries(picture).map(({ markup, text }) =>
      make(
        "li",
        {},
        makeSvg(
          `<svg xmlns="http://www.w3.org/2000/svg" class="mark" viewBox="-1 -1 22 22" aria-hidden="true">${markup}</svg>`,
        ),
        make("span", {}, text),
      ),
    ),
  );
