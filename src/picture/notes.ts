import { type Credit, creditsFor } from "../state/attribution";
import type { Furniture } from "./furniture";
import type { Picture } from "./scene";
import { type Side, wrap } from "./text";
import { element, escapeXml } from "./xml";

/** What the land and the boundaries of a picture are made from. */
const BASE_CREDITS: readonly Credit[] = [
  { text: "© OpenStreetMap contributors", url: "https://www.openstreetmap.org/copyright" },
  { text: "Natural Earth", url: "https://www.naturalearthdata.com/" },
];

/** Keeps a name or figure of another script in its own order inside a line of text. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** A space at which a line is not broken, while lines are made. */
const KEPT_SPACE = "\u0001";

/** Whom a picture credits: the makers of its land and boundaries, then those of each layer it shows, each once. */
export function pictureCredits({ layers }: Pick<Picture, "layers">): readonly Credit[] {
  const own = creditsFor(
    layers.map(({ layer }) => layer),
    null,
  );
  return [...BASE_CREDITS, ...own.filter(({ text }) => !BASE_CREDITS.some((known) => known.text === text))];
}

/** What is said below a map, in paragraphs: day and data version, publishers, credits, projection, boundaries. */
function paragraphs(picture: Picture, furniture: Furniture): string[] {
  const { translate } = picture;
  const { date, publishers = [], link } = furniture;
  const together = (text: string) => isolated(text.replaceAll(" ", KEPT_SPACE));
  const said: string[] = [];
  if (date) {
    said.push(translate("on-picture.date", { date: together(date.text), version: isolated(date.dataVersion) }));
  }
  if (publishers.length > 0) {
    said.push(translate("on-picture.publishers", { list: publishers.map(together).join(" · ") }));
  }
  if (furniture.hasCredits) {
    const credits = pictureCredits(picture).map(({ text }) => together(text));
    said.push(translate("on-picture.sources", { credits: credits.join(" · ") }), translate("note.projection"));
  }
  if (furniture.hasBoundaryNote) said.push(`${translate("note.boundaries")} ${translate("note.lines")}`);
  if (link) said.push(isolated(link));
  return said;
}

/** The notes of a picture broken into lines of at most `width` px. */
export const noteLines = (picture: Picture, furniture: Furniture, width: number, size: number): string[] =>
  paragraphs(picture, furniture)
    .flatMap((paragraph) => wrap(paragraph, width, size))
    .map((line) => line.replaceAll(KEPT_SPACE, " "));

/** A line of notes, in which every credit and address that the picture names is a link. */
export function noteElement(
  line: string,
  links: readonly Credit[],
  x: number,
  y: number,
  side: Side,
  isRtl: boolean,
): string {
  let rest = line;
  let content = "";
  for (;;) {
    const found = links
      .filter(({ url }) => url !== null)
      .map((credit) => ({ credit, at: rest.indexOf(credit.text) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.credit.text.length - a.credit.text.length)[0];
    if (!found?.credit.url) break;
    const { text, url } = found.credit;
    const link = element("a", { href: url, target: "_blank" }, element("tspan", {}, escapeXml(text)));
    content += escapeXml(rest.slice(0, found.at)) + link;
    rest = rest.slice(found.at + text.length);
  }
  const isStart = (side === "right") !== isRtl;
  return element(
    "text",
    { x, y, direction: isRtl ? "rtl" : undefined, "text-anchor": isStart ? undefined : "end" },
    content + escapeXml(rest),
  );
}
