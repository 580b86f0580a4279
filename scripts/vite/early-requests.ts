import type { HtmlTagDescriptor, Plugin } from "vite";
import { START_VIEW } from "../../src/state/view.ts";

const PAGES = ["index.html", "online.html"];
const STYLES_PLACE = "<!--styles-->";

const STYLES = /\s*<link rel="stylesheet"[^>]* href="(\.\/assets\/[^"]+)">/;

/** What does not wait for the page to stand. */
const FIRST_SCRIPT = /(<script type="module")( crossorigin src="\.\/assets\/early-)/;

/**
 * The page with its style sheet behind the poster, which then paints without waiting for it: what follows a style sheet
 * waits, what stands before does not. The head asks for the sheet as early as ever. Comments, indents and
 * what need not be written as an entity stay behind.
 */
function withStylesBehindPoster(html: string): string {
  const href = STYLES.exec(html)?.[1];
  if (!href || !html.includes(STYLES_PLACE)) throw new Error("the page has no style sheet, or no place for it");
  if (!FIRST_SCRIPT.test(html)) throw new Error("the page has no first script");
  // Opened from the disk, a page may not ask for its style sheet across origins.
  return html
    .replace(STYLES_PLACE, `<link rel="stylesheet" href="${href}">`)
    .replace(/\s*<!--[\s\S]*?-->/g, "")
    .replace(STYLES, `\n<link rel="preload" as="style" href="${href}">`)
    .replace(FIRST_SCRIPT, "$1 async$2")
    .replace(/\n\s+/g, "\n")
    .replaceAll("&#39;", "'");
}

/**
 * Tells the full pages' heads what their script will ask for first, so that it is on its way before the script runs: the
 * English words, and the layers of the first visit. Readers of another language fetch 4 kB in vain.
 */
export function earlyRequests(): Plugin {
  return {
    name: "sarhad:early-requests",
    transformIndexHtml: {
      order: "post",
      handler(html, { path, bundle }) {
        if (!bundle || !PAGES.some((page) => path.endsWith(page))) return;
        const tags: HtmlTagDescriptor[] = [];
        for (const file of Object.values(bundle)) {
          if (file.type === "chunk" && /catalogue\/en\.json\?part=start$/.test(file.facadeModuleId ?? "")) {
            tags.push({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `./${file.fileName}` } });
          }
        }
        for (const id of START_VIEW.layers) {
          const name = new RegExp(`^assets/${id}-[\\w-]{8}\\.geojson$`);
          const file = Object.values(bundle).find(({ fileName }) => name.test(fileName));
          if (!file) throw new Error(`the layer ${id} is not among the built files`);
          tags.push({
            tag: "link",
            attrs: { rel: "preload", as: "fetch", fetchpriority: "low", crossorigin: true, href: `./${file.fileName}` },
          });
        }
        return {
          html: withStylesBehindPoster(html),
          tags: tags.map((tag) => ({ ...tag, injectTo: "head" as const })),
        };
      },
    },
  };
}
