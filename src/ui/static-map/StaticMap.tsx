import "../styles/late.css";
import { useEffect, useState } from "preact/hooks";
import type { PictureBase } from "../../picture/base";
import { useAtlas, useVoice } from "../context";
import { lateCountries } from "../late-countries";
import { keepRedrawing } from "./redraw";
import { listenOnPicture } from "./static-gestures";

async function loadBase(): Promise<PictureBase> {
  const base = await import("../../../data/derived/picture-base.json");
  return base.default;
}

/**
 * The frame that every picture is put into: it takes the focus of the map, and keeps it when the picture is drawn again
 * or while a dialog is open.
 */
function createFrame(map: HTMLElement): HTMLElement {
  const frame = document.createElement("div");
  frame.className = "drawn-map";
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  map.replaceChildren(frame);
  return frame;
}

/** Puts `picture` into `frame`, which names it; a feature that had the focus keeps it. */
function showPicture(frame: HTMLElement, picture: Element): void {
  const key = document.activeElement?.closest("#map [data-key]")?.getAttribute("data-key");
  frame.setAttribute("aria-label", picture.getAttribute("aria-label") ?? "");
  picture.removeAttribute("aria-label");
  picture.setAttribute("role", "none");
  frame.replaceChildren(picture);
  if (key) frame.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** The map as a drawn picture, where WebGL is missing: it can be moved, zoomed and pressed like the live one. */
export default function StaticMap() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const [hasNotice, setNotice] = useState(true);
  useEffect(() => {
    const map = document.getElementById("map");
    if (!map) return;
    let isMounted = true;
    let stopDrawing = () => {};
    let frame: HTMLElement | null = null;
    const stopListening = listenOnPicture(map, page);
    const countries = lateCountries();
    const begin = () => {
      loadBase().then(
        (base) => {
          if (!isMounted) return;
          stopDrawing = keepRedrawing(page, { base, countries }, (picture) => {
            frame ??= createFrame(map);
            showPicture(frame, picture);
          });
        },
        () => {
          const run = () => {
            page.notice.value = null;
            begin();
          };
          page.notice.value = { key: "static.failed", action: { key: "action.retry", run } };
        },
      );
    };
    begin();
    return () => {
      isMounted = false;
      stopDrawing();
      stopListening();
    };
  }, [page]);

  if (!hasNotice) return null;
  return (
    <div class="static-notice">
      <p>{translate(page.hasMapNotArrived.value ? "static.not-arrived" : "static.notice")}</p>
      <button type="button" class="button" onClick={() => setNotice(false)}>
        {translate("action.dismiss")}
      </button>
    </div>
  );
}
