import { beginEarly } from "./data/own/early-import";
import { early as begun } from "./early";
import type { Model } from "./state/model";
import type { Page } from "./state/page";
import { isPaintable, showFirstPicture } from "./ui/own-data/first-picture";
import { importLinked } from "./ui/own-data/linked-import";

/** How long the map waits for the data that a link names, and the other layers for the map with them. */
const PATIENCE_MILLISECONDS = 1500;
/** How long the code of the map waits for the first picture: where the network is fast, it would only be in the way. */
const PICTURE_MILLISECONDS = 800;
/** So much longer where all has been fetched that is to be read, and that is not much: the network is fast there. */
const LONGER_MILLISECONDS = 700;
const NOT_MUCH_BYTES = 2_000_000;
/** How long the panels wait for the worker that reads what is brought: drawing them would keep it from its work. */
const WORKER_MILLISECONDS = 300;

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** What of the first picture others wait for; none of it rejects. */
export interface ComingPicture {
  /** It is there, or the code of the map may come before it. */
  readonly isSoon: Promise<unknown>;
  /** It is there, or the map may be made without it. */
  readonly isThere: Promise<unknown>;
  /** The map with it is late: all else may come. */
  readonly isLate: Promise<void>;
}

/** Data that a link brings. */
export interface LinkedData {
  /** Resolves when the worker reads them; never rejects. */
  readonly isRead: Promise<unknown>;
  /** Paints them over the poster once they are on the page. */
  paint(page: Page): ComingPicture;
}

/** Resolves with the first frame that shows what was brought, or when nothing came of it. */
async function paintFirst(page: Page, brought: Promise<void>): Promise<void> {
  const map = document.getElementById("map");
  // The row in the legend and its words come at the same time.
  if (page.model.chrome === "full") {
    void page.soonMessages().catch(() => undefined);
    import("./ui/panel/OwnLayerRow").catch(() => undefined);
  }
  await brought;
  // A frame has been showing its light map.
  if (!map || page.model.chrome === "embed" || page.model.own.list.peek().length === 0) return;
  // A map that is being made without the picture would lie below it.
  if (page.mapState.peek() !== "loading" || map.querySelector(".map-frame") || !isPaintable(page)) return;
  const { picture, painted } = showFirstPicture(page, map);
  page.firstPicture.value = picture;
  await painted;
}

/**
 * Begins to import what a link names by `address`, when that is of this site: it is shown first, and all else comes behind
 * it. The panels tell what became of it, and ask for it again when something failed. Null for what is elsewhere, which only
 * the reader may let in. Throws where there are no workers.
 */
export function bringLinkedData(model: Model, address: string): LinkedData | null {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.origin !== location.origin) return null;
  const early = begun?.url === url.href ? begun : beginEarly(url.href);
  const hasBegun = new Promise((resolve) => early.worker?.addEventListener("message", resolve, { once: true }));
  const { outcome, fetched } = importLinked(model, url, early);
  const brought = outcome.then(
    () => {},
    () => early.abort.abort(),
  );
  let isFetched = false;
  void fetched.then(({ size }) => {
    isFetched = size < NOT_MUCH_BYTES;
  });
  const waitForPicture = async () => {
    await after(PICTURE_MILLISECONDS);
    if (isFetched) await after(LONGER_MILLISECONDS);
  };
  return {
    isRead: Promise.race([hasBegun, brought, after(WORKER_MILLISECONDS)]),
    paint(page) {
      // Without it the map shows what was brought.
      const painted = paintFirst(page, brought).catch(() => undefined);
      return {
        isSoon: Promise.race([painted, waitForPicture()]),
        isThere: Promise.race([painted, after(PATIENCE_MILLISECONDS)]),
        isLate: after(PATIENCE_MILLISECONDS),
      };
    },
  };
}
