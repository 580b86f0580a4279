import { creditsFor } from "../state/attribution";
import { formatDate } from "../state/language/format";
import { make, makeOutsideLink, writeText } from "./dom";
import { fullLink, headingOf, type LightSession, visibleLayers } from "./light-session";

/**
 * Writes the lines under the map: boundary note, credits, and one tap away all notes, the data and the atlas. The elements of
 * the poster stay, so that nothing is painted a second time as if it were new.
 */
export function writeFoot(foot: HTMLElement, session: LightSession, siteUrl: string): void {
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
  writeText(foot.querySelector(".embed__note"), translate("note.boundaries"));
  foot.querySelector(".embed__credits")?.replaceChildren(...credits);
  writeText(foot.querySelector(".embed__notes > summary"), translate("note.more"));
  foot
    .querySelector(".embed__notes-body")
    ?.replaceChildren(
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
      ...(files.length > 0 ? [make("p", {}, `${translate("embed.data")} `, ...files)] : []),
    );
  const open = foot.querySelector<HTMLAnchorElement>(".embed__open");
  writeText(open, translate("embed.open-full"));
  open?.setAttribute("href", `${siteUrl}index.html${fullLink(session)}`);
}
