import { DOMParser } from "@xmldom/xmldom";
import { decodeWhole } from "./decode";
import { sourceOf } from "./features-source";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import type { Source } from "./source";
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

/** Opens KML or GPX from its text. */
export function openXmlText(text: string): Source {
  const document = parseXml(text);
  const root = document.documentElement?.localName?.toLowerCase();
  if (root !== "kml" && root !== "gpx") throw new ImportError("not-xml", `<${root ?? ""}>`);
  let features: readonly unknown[];
  try {
    features = featuresOfXml(document, root);
  } catch (error) {
    throw new ImportError("not-xml", error instanceof Error ? error.message.slice(0, 200) : "");
  }
  return sourceOf(root, features, null);
}

/** Opens a KML or GPX file. */
export async function openXml(blob: Blob): Promise<Source> {
  return openXmlText(decodeWhole(new Uint8Array(await blob.arrayBuffer())));
}
