import { creditsFor } from "../state/attribution";
import { formatDate } from "../state/language/format";
import { make, makeOutsideLink } from "./dom";
import { fullLink, headingOf, type LightSession, visibleLayers } from "./light-session";

/** The lines under the map: boundary note, credits, and one tap away all notes, the data and the atlas. */
export function makeFoot(session: LightSession, siteUrl: string): readonly HTMLElement[] {
  const { translate, data } = session;
  const layers = visibleLayers(session).map(({ layer }) => layer);
  const credits = creditsFor(layers, "bundled").flatMap(({ text, url }, at) => [
    at > 0 ? " · " : "",
    makeOutsideLink(url, text),
  ]);
  const files = layers.flatMap(({ file, title }, at) => [
    at > 0 ? " · " : "",
    make(
      "a",
      { href: `${siteUrl}data/${data.dataVersion}/${file}`, target: "_blank", rel: "noopener" },
      title[data.language] ?? title.en,
    ),
  ]);
  return [
    make("p", { class: "embed__note" }, translate("note.boundaries")),
    make("p", { class: "embed__credits" }, ...credits),
    make(
      "details",
      { class: "embed__notes" },
      make("summary", {}, translate("note.more")),
      make(
        "div",
        { class: "embed__notes-body" },
        make("p", {}, headingOf(session).summary),
        make("p", {}, `${translate("note.boundaries")} ${translate("note.lines")}`),
        make("p", {}, translate("note.coverage")),
        make("p", {}, translate("note.projection")),
        make(
          "p",
          {},
          `${translate("note.version")} `,
          make("bdi", { dir: "ltr" }, data.dataVersion),
          `, ${formatDate(data.released, data.language)}.`,
        ),
        files.length > 0 && make("p", {}, `${translate("embed.data")} `, ...files),
      ),
    ),
    make(
      "a",
      { class: "embed__open", href: `${siteUrl}index.html${fullLink(session)}`, target: "_blank", rel: "noopener" },
      translate("embed.open-full"),
    ),
  ];
}
