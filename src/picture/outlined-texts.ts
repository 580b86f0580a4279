import { type LoadedFace, shapeText, type TextLook } from "./shaped-text";
import { element, number } from "./xml";

type Pairs = Readonly<Record<string, string>>;

const TOKEN = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
/** What a path takes over from the text it stands for; place and letters are in its outlines. */
const KEPT = ["id", "fill", "stroke", "stroke-width", "paint-order", "opacity", "transform", "class"];

const decoded = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");

const pairsOf = (attributes: string): Pairs =>
  Object.fromEntries(
    [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decoded(value)]),
  );

/** The parts of a line: what is a link, and what stands between links. */
function piecesOf(inside: string): readonly { readonly text: string; readonly link: string | null }[] {
  return inside.split(/(<a [^>]*>.*?<\/a>)/).flatMap((part) => {
    const text = decoded(part.replace(/<[^>]*>/g, ""));
    return text === "" ? [] : [{ text, link: /^<a [^>]*>/.exec(part)?.[0] ?? null }];
  });
}

const lookOf = (said: Pairs): TextLook => ({
  families: (said["font-family"] ?? "").split(",").map((family) => family.trim().replace(/^'|'$/g, "")),
  size: Number(said["font-size"] ?? 16),
  weight: Number(said["font-weight"] ?? 400),
  isItalic: said["font-style"] === "italic",
  spacing: Number(said["letter-spacing"] ?? 0),
  direction: said.direction === "rtl" ? "rtl" : "ltr",
});

/** The part of its width that a line has left of its point. */
function shareLeft({ "text-anchor": anchor = "start", direction = "ltr" }: Pairs): number {
  if (anchor === "middle") return 0.5;
  return (anchor === "start") === (direction === "ltr") ? 0 : 1;
}

function outlined(inside: string, own: Pairs, said: Pairs, faces: readonly LoadedFace[]): string | null {
  const pieces = piecesOf(inside);
  const shaped = shapeText(
    pieces.map(({ text }) => text),
    faces,
    lookOf(said),
  );
  if (!shaped) return null;
  const x = Number(own.x ?? 0) - shaped.width * shareLeft(said);
  const y = Number(own.y ?? 0) + (said["dominant-baseline"] === "central" ? shaped.middle : 0);
  const kept = Object.fromEntries(KEPT.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])));
  const paths = pieces.map(({ link }, index) => {
    const path = shaped.paths[index];
    if (!path) return "";
    const drawn = element("path", { d: path });
    return link === null ? drawn : `${link}${drawn}</a>`;
  });
  const place = element("g", { transform: `translate(${number(x, 2)} ${number(y, 2)})` }, ...paths);
  return element("g", { ...kept, "aria-label": pieces.map(({ text }) => text).join("") }, place);
}

/**
 * `svg`, a picture of ours, with its texts as outlines: no font is needed to show it. Groups, links and colours stay, and each
 * line keeps its words as the name of its group. A line with a character that no face of `faces` has stays text.
 */
export function outlineTexts(svg: string, faces: readonly LoadedFace[]): string {
  const open: Pairs[] = [{}];
  let result = "";
  let done = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(svg); token; token = TOKEN.exec(svg)) {
    const [whole, closing, name = "", attributes = "", isEmpty] = token;
    if (closing) open.pop();
    if (closing || isEmpty) continue;
    const own = pairsOf(attributes);
    const { x: _x, y: _y, id: _id, ...inherited } = own;
    const said = { ...open.at(-1), ...inherited };
    if (name !== "text") {
      open.push(said);
      continue;
    }
    const start = token.index + whole.length;
    const end = svg.indexOf("</text>", start);
    const markup = outlined(svg.slice(start, end), own, said, faces);
    TOKEN.lastIndex = end + "</text>".length;
    if (markup === null) continue;
    result += svg.slice(done, token.index) + markup;
    done = TOKEN.lastIndex;
  }
  return result + svg.slice(done);
}
