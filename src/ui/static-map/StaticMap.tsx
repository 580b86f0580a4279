import { effect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { PictureBase } from "../../picture/base";
import { useAtlas, useVoice } from "../context";
import { pictureOf } from "./picture-of";
import { listenOnPicture } from "./static-gestures";

/** A picture is drawn again when the map has rested this long. */
const REST_MILLISECONDS = 80;

async function loadBase(): Promise<PictureBase> {
  const base = await import("../../../data/derived/picture-base.json");
  return base.default;
}

/** Puts `picture` where the last one was; the focus stays on the picture, or on the feature that had it. */
function showPicture(map: HTMLElement, picture: Element): void {
  const focused = map.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest("[data-key]")?.getAttribute("data-key");
  map.replaceChildren(picture);
  if (!focused) return;
  const target = key ? map.querySelector<SVGElement>(`[data-key="${CSS.escape(key)}"]`) : null;
  (target ?? map.querySelector("svg"))?.focus();
}

/** The map as a drawn picture, where WebGL is missing: it can be moved, zoomed and pressed like the live one. */
export default function StaticMap() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const [hasNotice, setNotice] = useState(true);
  useEffect(() => {
    const map = document.getElementById("map");
    if (!map) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isMounted = true;
    let stopDrawing = () => {};
    const stopListening = listenOnPicture(map, page);
    loadBase().then(
      (base) => {
        if (!isMounted) return;
        stopDrawing = effect(() => {
          const draw = pictureOf(page, base);
          clearTimeout(timer);
          if (draw) timer = setTimeout(() => showPicture(map, draw()), REST_MILLISECONDS);
        });
      },
      () => {
        page.notice.value = { key: "static.failed" };
      },
    );
    return () => {
      isMounted = false;
      clearTimeout(timer);
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
