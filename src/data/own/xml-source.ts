import { DOMParser } from "@xmldom/xmldom";
import { decodeXml } from "./decode";
import { sourceOf } from "./features-source";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import { Refused } from "./refused";
import type { Source } from "./source";
import type { ReadElement } from "./xml-element";
import { featuresOfXml } from "./xml-features";
import { withKnownReferences } from "./xml-references";

/** What nests and what does not, in the order of the text. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*?(\/?)>/g;
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;
/** What may hold such a word and declares nothing: descriptions are often whole pages of HTML. */
const UNREAD = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g;

/** Throws an ImportError for markup that nests too deep, and for a DOCTYPE, whose entities could grow without end. */
function checkMarkup(text: string): void {
  if (/^\s*<!doctype html/i.test(text)) throw new ImportError("not-xml", "HTML");
  if (DECLARATION.test(text) && DECLARATION.test(text.replace(UNREAD, ""))) throw new ImportError("doctype");
  let depth = 0;
  for (const [markup, isEnd, isEmpty] of text.matchAll(MARKUP)) {
    if (markup.startsWith("<!") || markup.startsWith("<?")) continue;
    if (isEnd) depth--;
    else if (!isEmpty && ++depth > LIMITS.nesting) throw new ImportError("too-deep", String(LIMITS.nesting));
  }
}

const HEAD_CHARACTERS = 4096;
const PREFIXED_ROOT = /<([A-Za-z_][\w.-]*):(?:kml|gpx)[\s>]/i;
const PREFIXES = /<\/?([A-Za-z_][\w.-]*):|\s([A-Za-z_][\w.-]*):[\w.-]+\s*=\s*["']/g;

/** `text` without the prefix that the names of its own format have, for the library knows them bare. */
function withoutPrefix(text: string): string {
  const prefix = PREFIXED_ROOT.exec(text.slice(0, HEAD_CHARACTERS))?.[1];
  return prefix === undefined ? text : text.replace(new RegExp(`<(/?)${prefix}:`, "g"), "<$1");
}

/** `text` with a declaration on its root for every prefix that has none: many programs forget those of extensions. */
function withPrefixes(text: string): string {
  const used = new Set<string>();
  for (const [, ofElement, ofAttribute] of text.matchAll(PREFIXES)) used.add(ofElement ?? ofAttribute ?? "");
  const open = [...used].filter((prefix) => !/^xml/i.test(prefix) && !text.includes(`xmlns:${prefix}`));
  const declared = open.map((prefix) => ` xmlns:${prefix}="urn:undeclared:${prefix}"`).join("");
  return text.replace(/<[A-Za-z_][\w.:-]*/, (root) => root + declared);
}

function parseXml(given: string): Document {
  checkMarkup(given);
  const text = withPrefixes(withoutPrefix(withKnownReferences(given)));
  let fault: ImportError | null = null;
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level === "warning") return;
        fault ??= new ImportError("not-xml", String(message).slice(0, 200));
        throw fault;
      },
    });
    return parser.parseFromString(text, "text/xml") as unknown as Document;
  } catch (error) {
    // The parser wraps what it is told of in words of its own.
    throw fault ?? new ImportError("not-xml", error instanceof Error ? error.message.slice(0, 200) : "");
  }
}

/** Elements of KML that programs also write without one round them. */
const BARE_KML = ["document", "folder", "placemark"];

/** The root of a KML or GPX document and what it holds; throws an ImportError. */
function readXml(bytes: Uint8Array): { readonly format: "kml" | "gpx"; readonly elements: readonly ReadElement[] } {
  const document = parseXml(decodeXml(bytes));
  const name = document.documentElement?.localName?.toLowerCase();
  const root = name !== undefined && BARE_KML.includes(name) ? "kml" : name;
  if (root !== "kml" && root !== "gpx") throw new ImportError("not-xml", `<${root ?? ""}>`);
  try {
    return { format: root, elements: featuresOfXml(document, root) };
  } catch (error) {
    throw new ImportError("not-xml", error instanceof Error ? error.message.slice(0, 200) : "");
  }
}

/** What another file of an archive holds; one that cannot be read counts as one thing that is passed over. */
function readFurther(bytes: Uint8Array): readonly ReadElement[] {
  try {
    return readXml(bytes).elements;
  } catch (error) {
    if (error instanceof ImportError) return [{ feature: new Refused("broken-file"), note: null }];
    throw error;
  }
}

/** Opens KML or GPX from one file, or from several that belong together. Throws an ImportError when the first is none. */
export function openXmlFiles(first: Uint8Array, further: readonly Uint8Array[]): Source {
  const { format, elements } = readXml(first);
  const all = [...elements, ...further.flatMap(readFurther)];
  return sourceOf(
    format,
    all.map(({ feature }) => feature),
    null,
    all.map(({ note }) => note),
  );
}

/** Opens a KML or GPX file. */
export async function openXml(blob: Blob): Promise<Source> {
  return openXmlFiles(new Uint8Array(await blob.arrayBuffer()), []);
}
