import { DATA_EVENT } from "./light-data";

/** What the page's own data scripts handed over, by address; those that have not run yet are listened to. */
const handed = new Map<string, unknown>();
const named = new Set<string>();
/** Resolves when every script that the page itself names has run or failed. */
let pageScripts: Promise<unknown> = Promise.resolve();

/**
 * Listens to the data scripts that the page names (`data-part`), so that they are on their way as early as this script is.
 * Has to be called before they run and while the page is still being read.
 */
export function listenToPageScripts(): void {
  pageScripts = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
  for (const script of document.querySelectorAll<HTMLScriptElement>("script[data-part]")) {
    named.add(script.src);
    script.addEventListener(DATA_EVENT, (event) => {
      if (event instanceof CustomEvent) handed.set(script.src, event.detail);
    });
  }
}

/**
 * Loads a classic data script, or takes the page's own, and answers what it hands over. Works in frames of opaque origin and
 * without CORS headers. Rejects when the script cannot be loaded or hands nothing over.
 */
export async function loadDataScript(url: string): Promise<unknown> {
  if (named.delete(url)) {
    if (!handed.has(url)) await pageScripts;
    if (handed.has(url)) return handed.get(url);
  }
  return addDataScript(url);
}

function addDataScript(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    let detail: unknown = null;
    script.addEventListener(DATA_EVENT, (event) => {
      detail = event instanceof CustomEvent ? event.detail : null;
    });
    script.addEventListener("load", () => {
      script.remove();
      if (detail === null) reject(new Error(`${url} holds no data`));
      else resolve(detail);
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${url} did not arrive`));
    });
    document.head.append(script);
  });
}
