import { DATA_EVENT } from "./light-data";

/**
 * Loads a classic data script and answers what it hands over. Works in frames of opaque origin and without CORS headers.
 * Rejects when the script cannot be loaded or hands nothing over.
 */
export function loadDataScript(url: string): Promise<unknown> {
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
