import { DOMParser } from "@xmldom/xmldom";
import { decodeWhole } from "./decode";
import { sourceOf } from "./features-source";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import { Refused } from "./refused";
import type { Source } from "./source";
import type { ReadElement } from "./xml-element";
import { featuresOfXml } from "./xml-features";

/** What nests and what does not, in the order of the text. */
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)[^<>]*?(\/?)>/g;

/** Throws an ImportError for markup that nests too deep, and for a DOCTYPE, whose entities could grow without end. */
function checkMarkup(text: string): void {
  if (/^\s*<!doctype html/i.test(text)) throw new ImportError("not-xml", "HTML");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ImportError("doctype");
  let depth = 0;
  for (const [markup, isEnd, isEmpty] of text.matchAll(MARKUP)) {
    if (markup.startsWith("<!") || markup.startsWith("<?")) continue;
    if (isEnd) depth--;
    else if (!isEmpty && ++depth > LIMITS.nesting) throw new ImportError("too-deep", String(LIMITS.nesting));
  }
}

function parseXml(text: string): Document {
  checkMarkup(text);
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new ImportError("not-xml", String(message).slice(0, 200));
      },
    });
    return parser.parseFromString(text, "text/xml") as unknown as Document;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("not-xml", error instanceof Error ? error.message.slice(0, 200) : "");
  }
}

/** The root of a KML or GPX document and what it holds; throws an ImportError. */
function readXml(bytes: Uint8Array): { readonly format: "kml" | "gpx"; readonly elements: readonly ReadElement[] } {
  const document = parseXml(decodeWhole(bytes));
  const root = document.documentElement?.localName?.toLowerCase();
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
