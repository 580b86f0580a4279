import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES_ON_PATH = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, "Google/Chrome/Application/chrome.exe"),
      join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
};

function onThisSystem(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES_ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(USUAL_PLACES[process.platform] ?? []), ...onPath].find((path) => existsSync(path));
}

async function fromPackage(): Promise<string | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // With this set the package also unpacks the system libraries that a bare machine lacks.
  process.env.VERCEL ||= "1";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * The path of a Chromium to draw and to test with: `CHROME_PATH`, else Playwright's own, else the system's, else on 64-bit Linux the
 * one that comes with the packages. Throws an Error naming what to install when there is none, or when `CHROME_PATH`
 * points at nothing.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH points at nothing: ${named}`);
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const found = onThisSystem() ?? (await fromPackage());
  if (found) return found;
  throw new Error(
    "No Chromium was found. Install Chromium, Google Chrome or Microsoft Edge, or set CHROME_PATH to its program file.",
  );
}
