import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { OfflineFile, OfflineList } from "../../src/data/offline-list.ts";

/** The name of the list in the built folder. */
export const LIST_FILE = "offline.json";
/** Files of the built folder that only servers, other sites and people read, or that keep the others. */
const LEFT_OUT =
  /^(?:embed\/[^/]+\/.*|_headers|sw\.js|sw-off\.js|offline\.json|cards\/.*|.*oembed\.json|.*\.jsonld|.*\.gz|.*\.txt)$/;
/** Files whose gzipped copy is worth its place. */
const TEXTS = /\.(?:js|css|json|geojson|html|svg|webmanifest)$/;
/** Vite puts a hash of the content into these names. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

const digest = (content: Uint8Array, encoding: "base64" | "hex") =>
  createHash("sha256").update(content).digest(encoding);

/**
 * The list of what can be kept of the built `folder`; writes a gzipped copy beside each text that only the pack holds, so
 * that the pack is as small from any server. `isShell` says which files every visitor keeps; of those `sentBytes` is what
 * a server that compresses sends.
 */
export function listOfflineFiles(folder: string, isShell: (path: string) => boolean): OfflineList {
  const files: OfflineFile[] = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      const part = isShell(path) ? "shell" : "pack";
      const zipped = TEXTS.test(path) ? gzipSync(content, { level: 9 }) : content;
      const isZipped = zipped.length < content.length;
      if (isZipped && part === "pack") writeFileSync(join(folder, `${path}.gz`), zipped);
      return {
        path,
        revision: HASHED.test(path) ? null : digest(content, "hex").slice(0, 16),
        integrity: `sha256-${digest(content, "base64")}`,
        bytes: content.length,
        sentBytes: isZipped ? zipped.length : content.length,
        part,
      };
    });
  const version = createHash("sha256");
  for (const { path, integrity } of files) version.update(`${path} ${integrity}\n`);
  return { version: version.digest("hex").slice(0, 12), files };
}
