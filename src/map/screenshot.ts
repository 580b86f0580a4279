import type { Map as MapLibreMap } from "maplibre-gl";

const blobOf = (canvas: HTMLCanvasElement) =>
  new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the map could not be read"))), "image/png");
  });

/** Draws once more and reads the canvas within that frame: at any other time it is empty. */
function readCanvas(map: MapLibreMap): Promise<Blob> {
  return new Promise((resolve, reject) => {
    map.once("render", () => blobOf(map.getCanvas()).then(resolve, reject));
    map.triggerRepaint();
  });
}

const nextIdle = (map: MapLibreMap) =>
  new Promise<void>((resolve) => {
    map.once("idle", () => resolve());
  });

/**
 * A PNG of the map as it is now, `scale` times as fine as the screen, as far as the graphics card can draw it. A map that
 * moves comes to rest first.
 */
export async function takePicture(map: MapLibreMap, scale: number): Promise<Blob> {
  // While it moves the canvas may show an earlier picture.
  if (map.isMoving() || map.repaint) await nextIdle(map);
  if (scale === 1) return readCanvas(map);
  const before = map.getPixelRatio();
  const idle = nextIdle(map);
  map.setPixelRatio(before * scale);
  try {
    await idle;
    return await readCanvas(map);
  } finally {
    map.setPixelRatio(before);
  }
}
