import type { Plugin } from "vite";

const SUBSTITUTE = "\0sarhad:no-inflate";

/**
 * Leaves out the decompressor that `pmtiles` falls back on: every browser that runs the map's library has
 * DecompressionStream (Chromium 80, Safari 16.4, Firefox 113), and the fallback weighs 6 kB before the map shows.
 */
export function nativeDecompression(): Plugin {
  return {
    name: "sarhad:native-decompression",
    enforce: "pre",
    resolveId: (source, importer) => (source === "fflate" && importer?.includes("/pmtiles/") ? SUBSTITUTE : undefined),
    load: (id) =>
      id === SUBSTITUTE
        ? 'export function decompressSync() { throw new Error("this browser cannot unpack the base map"); }'
        : undefined,
  };
}
