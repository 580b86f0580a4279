import { readSourcesFrom } from "./data/load-sources";
import { loadPinned, type PinnedData } from "./data/pinned";
import type { Page } from "./state/page";

/** The data of a kept version, and its sources in the place of the current ones; null when it is not kept here. */
export async function fetchPinned(version: string): Promise<PinnedData | null> {
  const pinned = await loadPinned(version);
  if (pinned) readSourcesFrom(pinned.sourcesUrl);
  return pinned;
}

/** Tells the reader of a pinned page what it shows. */
export async function tellOfPin(page: Page, pin: string, pinned: PinnedData | null): Promise<void> {
  const version = `\u2068${pin}\u2069`;
  const count = pinned?.corrections?.length ?? 0;
  if (pinned && count === 0) return;
  await page.allMessages();
  page.notice.value = pinned
    ? { key: "pin.corrected", values: { version, count } }
    : { key: "pin.unknown", values: { version } };
}
