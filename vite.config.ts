import { defineConfig } from "vite";
import { compactData } from "./scripts/vite/compact-data.ts";
import { hostingHeaders } from "./scripts/vite/hosting-headers.ts";
import { parsedMessages } from "./scripts/vite/parsed-messages.ts";
import { poster } from "./scripts/vite/poster.ts";
import { securityPolicy } from "./scripts/vite/security-policy.ts";

export default defineConfig({
  // Relative addresses: the built folder works under any path of any static host.
  base: "./",
  plugins: [parsedMessages(), compactData(), poster(), securityPolicy(), hostingHeaders()],
  resolve: {
    alias: { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: {
    target: "es2022",
    // Small files as data: addresses would need a wider policy, and readers want the files.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: "index.html", embed: "embed.html", online: "online.html" },
      output: {
        // Some servers do not know .mjs as a script.
        assetFileNames: (asset) =>
          asset.names[0]?.endsWith(".mjs") ? "assets/[name]-[hash].js" : "assets/[name]-[hash][extname]",
      },
    },
  },
});
