import type { BrowserContextOptions, Page, Route } from "playwright-core";
import { expect } from "vitest";
import { type AtlasPage, openAtlas, WITHOUT_WEBGL } from "./atlas-page";

/** When a fault strikes. */
export type Moment = "start" | "panning" | "computation" | "import" | "drawing" | "export" | "embed";

/** One row of the table of faults: what breaks, when, and what the reader meets then. */
export interface FaultRow {
  readonly fault: string;
  readonly moment: Moment;
  /** Page and link; the English start view unless said otherwise. */
  readonly path?: string;
  readonly options?: BrowserContextOptions;
  /** Breaks what is to be broken before the page opens. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Leads to the fault and says what is seen, what was kept and how it mends. */
  readonly meet: (page: Page) => Promise<unknown>;
  /** What the console may say beside Chromium's own word on answers that failed. */
  readonly expected?: RegExp;
  /** False where there is no atlas to try afterwards. */
  readonly works?: false;
}

/** Chromium itself reports what could not be loaded, and what it thinks of a frame; no page can keep it silent. */
const CHROMIUM = /Failed to load resource|net::ERR_|Unrecognized feature: 'web-share'|can escape its sandboxing/;

/** Answers of a server that is broken or lies. */
export const MISSING = { status: 404, body: "not here" };
export const NETWORK = "abort";
export const A_PAGE = { contentType: "text/html", body: "<!doctype html><title>x</title>" };
export const json = (body: string) => ({ contentType: "application/geo+json", body });
export const script = (body: string) => ({ contentType: "text/javascript", body });

/** Waits until the reader is told something that has `text`. */
export const alert = (page: Page, text: string | RegExp) =>
  page.getByRole("alert").filter({ hasText: text }).first().waitFor();
/** Lets `localStorage` behave as `how` says before the page's own scripts run. */
export const storageThat = (how: "refuses" | "is full" | "holds nonsense") => (page: Page) =>
  page.addInitScript((fault) => {
    const deny = () => {
      throw new DOMException("denied", "SecurityError");
    };
    if (fault === "refuses") {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get: deny });
      }
    }
    if (fault === "is full") {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    }
    if (fault === "holds nonsense") {
      for (const name of ["welcome", "tab", "panel", "settings", "own-lesson", "own-kept", "shortcuts"]) {
        window.localStorage.setItem(`sarhad:1:${name}`, '{"\u0000": [<img src=x onerror=alert(1)>');
      }
    }
  }, how);

/** Answers requests for `pattern` with `answer` while `state.broken`; breaking at first. */
export async function breaking(
  page: Page,
  pattern: RegExp,
  answer: Parameters<Route["fulfill"]>[0] | "abort",
): Promise<{ mend(): void }> {
  let isBroken = true;
  await page.route(pattern, (route) => {
    if (!isBroken) return route.continue();
    return answer === "abort" ? route.abort() : route.fulfill(answer);
  });
  return {
    mend: () => {
      isBroken = false;
    },
  };
}

/** Whatever failed: search finds, the list lists, a card opens, and the address carries the view. */
async function stillWorks({ page }: AtlasPage): Promise<void> {
  const menu = page.getByRole("dialog");
  if ((await menu.count()) > 0) await page.keyboard.press("Escape");
  await page.locator("#search").fill("Taftan");
  await page.locator(".search__option").first().waitFor();
  await page.locator("#search").press("Escape");
  await page.locator("#tab-list").click();
  const first = page.locator(".listing__rows .row").first();
  await first.click();
  await page.locator(".card h2").waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#v=1&.*sel=/);
}

let injected = 0;
let met = 0;

/** Counts a fault that was let loose on a page, and that the page met it as the table says. */
export function countInjected(count = 1): void {
  injected += count;
}
export function countMet(count = 1): void {
  met += count;
}

/** Says how many faults this file let loose, and how many were met without a loss. */
export const tellFaults = (): void => console.log(`${injected} faults injected, ${injected - met} losses`);

/** Opens a page, meets the fault, and makes sure that the rest of the atlas stands. */
export async function meetFault(row: FaultRow): Promise<void> {
  const { path, options, prepare, meet, expected, works, moment } = row;
  countInjected();
  const atlas = await openAtlas(path ?? "#v=1&lang=en", {
    flags: WITHOUT_WEBGL,
    ...options,
    ...(prepare ? { prepare } : {}),
  });
  try {
    const dialogs: string[] = [];
    atlas.page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    // Sooner than the journey as a whole, so that it is told what was waited for.
    atlas.page.setDefaultTimeout(40_000);
    await meet(atlas.page);
    if (works !== false && moment !== "embed") await stillWorks(atlas);
    expect(dialogs).toEqual([]);
    expect(atlas.complaints.filter((text) => !CHROMIUM.test(text) && !expected?.test(text))).toEqual([]);
    expect(atlas.foreign).toEqual([]);
    countMet();
  } finally {
    await atlas.close();
  }
}
