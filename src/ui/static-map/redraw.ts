import { effect } from "@preact/signals";
import { resultInSteps } from "../../state/in-steps";
import type { Page } from "../../state/page";
import type { Camera } from "../../state/view";
import { drawPicture, followPicture, type PictureGround } from "./picture-of";

/** A picture is drawn again when the map has rested this long. */
const REST_MILLISECONDS = 80;

/**
 * Draws the picture again whenever what it depends on has changed and rested, in short turns, and hands it to `show`.
 * A picture of another part of the world is given up; any other is shown although newer ones may follow. Answers how to
 * stop.
 */
export function keepRedrawing(page: Page, ground: PictureGround, show: (picture: Element) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: { readonly camera: Camera; readonly abort: AbortController } | null = null;
  let isDue = false;

  const draw = async () => {
    isDue = running !== null;
    if (running) return;
    const abort = new AbortController();
    running = { camera: page.model.view.peek().camera, abort };
    try {
      const picture = await resultInSteps(drawPicture(page, ground), abort.signal);
      if (picture && !abort.signal.aborted) show(picture);
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      running = null;
      if (isDue) void draw();
    }
  };
  const stopFollowing = effect(() => {
    followPicture(page, ground);
    if (running && running.camera !== page.model.view.peek().camera) running.abort.abort();
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), REST_MILLISECONDS);
  });
  return () => {
    stopFollowing();
    clearTimeout(timer);
    isDue = false;
    running?.abort.abort();
  };
}
