import { beginEarly, type EarlyImport } from "./data/own/early-import";
import { guardScripts } from "./state/script-guard";

/** A file of this site as links name it most plainly; any other waits until the link has been read. */
const NAMED = /[#&]data=([\w.-]+(?:\/[\w.-]+)*)(?:&|$)/;
/** Of longer links only those who read them with care know whether to obey. */
const LONGEST_LINK = 2000;

function beginNamed(): EarlyImport | null {
  const { hash } = location;
  const name = hash.length > LONGEST_LINK ? null : NAMED.exec(hash)?.[1];
  try {
    return name ? beginEarly(new URL(name, document.baseURI).href) : null;
  } catch {
    // Without workers the page says so when it comes to it.
    return null;
  }
}

// The first script of a page, and the only one that does not wait for it to stand.
guardScripts();

/** The import of what the link names, which takes longest of all; null when it names nothing so plainly. */
export const early = beginNamed();
