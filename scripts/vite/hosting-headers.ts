import type { Plugin } from "vite";
import { siteUrl } from "./discovery.ts";
import { policyOf } from "./security-policy.ts";

const PAGES = ["index.html", "online.html", "embed.html"] as const;

/**
 * Headers for every answer. Embeds may run in an opaque origin, so assets allow any origin to read them, and stand in pages
 * that let in only what allows it.
 */
const EVERYWHERE: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** Only embeds may be framed by other sites, and by a page on a disk, which “*” leaves out: an editor tries a snippet there. */
const framing = (page: string) => `frame-ancestors ${page === "embed.html" ? "* file:" : "'self'"}`;

/** The response headers for a path of the built site, beginning with “/”; `site` is its address where that is known. */
export function headersFor(path: string, site: string | null = null): Readonly<Record<string, string>> {
  const name = path.endsWith("/") ? "index.html" : (path.split("/").pop() ?? "");
  const page = path.includes("/embed/") ? "embed.html" : name;
  if (path.includes("/assets/")) return { ...EVERYWHERE, "Cache-Control": "public, max-age=31536000, immutable" };
  if (!(PAGES as readonly string[]).includes(page)) return { ...EVERYWHERE, "Cache-Control": "no-cache" };
  return {
    ...EVERYWHERE,
    "Cache-Control": "no-cache",
    "Content-Security-Policy": `${policyOf(page, site)}; ${framing(page)}`,
  };
}

/** The same headers in the `_headers` form that several static hosts read. */
export function headersFile(site: string | null = null): string {
  const blocks = ["/", ...PAGES.map((page) => `/${page}`), "/embed/*", "/assets/*"].map((path) => {
    const lines = Object.entries(headersFor(path, site)).map(([name, value]) => `  ${name}: ${value}`);
    return [path, ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

/** Sends the headers while previewing and writes `_headers` into the built folder. */
export function hostingHeaders(): Plugin {
  return {
    name: "sarhad:hosting-headers",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: headersFile(siteUrl()) });
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? "/", "http://localhost").pathname;
        for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
        next();
      });
    },
  };
}
