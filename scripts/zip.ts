import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");
/** The earliest date a zip can say: the same files make the same zip. */
const DATE = new Date(1980, 0, 1, 12);

const NOTE = `Sarhad: the open atlas of the Iran–Pakistan border

Serve this folder with any static web server and open the address it prints, for example:

  python3 -m http.server 8000      then http://localhost:8000/
  npx serve                        then the address it prints

Without a server, open embed.html: a plainer map with legend and records that runs from the disk.
index.html opened so shows a picture of the border only: browsers do not let a page on the disk
load its own parts. Nothing is fetched from anywhere but this folder.

اس فولڈر کو کسی بھی سادہ ویب سرور سے چلائیں، پھر http://localhost:8000/ کھولیں۔ سرور کے بغیر embed.html کھولیں: سادہ نقشہ۔

این پوشه را با هر وب‌سرور ساده‌ای اجرا کنید و سپس http://localhost:8000/ را باز کنید. بدون وب‌سرور embed.html را باز کنید: نقشهٔ ساده‌تر.
`;

/** Every file below `folder`, by path within it; archives and letters are packed already. */
function contentOf(folder: string): Zippable {
  const files: Zippable = { "README.txt": [new TextEncoder().encode(NOTE), { mtime: DATE }] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const level = /\.(?:pmtiles|woff2|png|gz)$/.test(entry.name) ? 0 : 9;
    files[
      path
        .slice(folder.length + 1)
        .split(sep)
        .join("/")
    ] = [readFileSync(path), { level, mtime: DATE }];
  }
  return files;
}

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
await build({ logLevel: "warn" });
const name = `sarhad-${version}.zip`;
writeFileSync(join(ROOT, name), zipSync({ [`sarhad-${version}`]: contentOf(DIST) }));
console.log(`${name} is ready: unpack it anywhere and serve the folder`);
