/** What a well-formed document holds. */
export interface Parsed {
  readonly names: ReadonlySet<string>;
  readonly text: string;
}

const TOKEN = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z_][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/**
 * Reads the part of XML 1.0 that an SVG of ours may use: elements, attributes in double quotes, character data and the
 * five entities. Throws at the first thing that is not well-formed: a tag left open, an attribute said twice, an id used
 * twice, a bare ampersand, an illegal character.
 */
export function parseXml(source: string): Parsed {
  if (ILLEGAL.test(source)) throw new Error("illegal character");
  const names = new Set<string>();
  const ids = new Set<string>();
  const open: string[] = [];
  let text = "";
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source);
    if (!token) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 60)}`);
    const [, closing, name = "", attributes = "", empty, data] = token;
    if (data !== undefined) text += decode(data);
    else if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing at ${at}`);
    } else {
      names.add(name);
      readAttributes(attributes, ids);
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(", ")}`);
  return { names, text };
}

function readAttributes(attributes: string, ids: Set<string>): void {
  const seen = new Set<string>();
  for (const [, name = "", value = ""] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (seen.has(name)) throw new Error(`attribute ${name} said twice`);
    seen.add(name);
    const plain = decode(value);
    if (name === "id" && ids.has(plain)) throw new Error(`id ${plain} used twice`);
    if (name === "id") ids.add(plain);
  }
}

const decode = (text: string): string =>
  text.replace(/&([^;]*);?/g, (all, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined || !all.endsWith(";")) throw new Error(`unknown entity ${all}`);
    return character;
  });
