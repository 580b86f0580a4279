import type { Plugin } from "vite";
import { siteUrl } from "./discovery.ts";

/** What a page may load, as directives of a Content-Security-Policy. */
const BASE: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "frame-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/** The pages that need more than the base policy, and what more: a policy cannot be widened at run time. */
const MORE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "online.html": { "connect-src": ["https:"], "img-src": ["https:"] },
  "embed.html": { "worker-src": ["blob:", "data:"] },
};

/** No text becomes HTML, code or the address of a script but through the one policy of `src/state/script-guard.ts`. */
const TRUSTED_TYPES: Readonly<Record<string, readonly string[]>> = {
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["default"],
};

/** Vite's development server injects styles as elements and talks over a web socket. */
const DEVELOPMENT: Readonly<Record<string, readonly string[]>> = {
  "style-src": ["'unsafe-inline'"],
  "connect-src": ["ws:"],
};

/**
 * The Content-Security-Policy of a page, by its file name. Where the address of the atlas is known (`site`), pages that stand
 * in frames name it: WebKit takes “self” in a frame of opaque origin for nobody, and would refuse its own script and style.
 */
export function policyOf(page: string, site: string | null = null, isDevelopment = false): string {
  const extra = [MORE[page] ?? {}, isDevelopment ? DEVELOPMENT : {}];
  const itself = page === "embed.html" && site !== null ? `'self' ${new URL(site).origin}` : "'self'";
  // Vite's own page of errors is made of HTML.
  return Object.entries(isDevelopment ? BASE : { ...BASE, ...TRUSTED_TYPES })
    .map(([name, values]) => [name, ...values, ...extra.flatMap((part) => part[name] ?? [])].join(" "))
    .join("; ")
    .replaceAll("'self'", itself);
}

/** Writes each page's policy into its head; servers send the same as a header (see `docs/hosting.md`). */
export function securityPolicy(): Plugin {
  let isDevelopment = false;
  return {
    name: "sarhad:security-policy",
    configResolved: (config) => {
      isDevelopment = config.command === "serve";
    },
    transformIndexHtml: (_html, { path }) => [
      {
        tag: "meta",
        injectTo: "head-prepend",
        attrs: {
          "http-equiv": "Content-Security-Policy",
          content: policyOf(path.split("/").pop() || "index.html", siteUrl(), isDevelopment),
        },
      },
    ],
  };
}
