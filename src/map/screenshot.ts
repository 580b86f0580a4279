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

/** A PNG of the map as it is now, `scale` times as fine as the screen, as far as the graphics card can draw it. */
export async function takePicture(map: MapLibreMap, scale: number): Promise<Blob> {
  if (scale === 1) return readCanvas(map);
  const before = map.getPixelRatio();
  const idle = new Promise<void>((resolve) => {
    map.once("idle", () => resolve());
  });
  map.setPixelRatio(before * scale);
  try {
    await idle;
    return await readCanvas(map);
  } finally {
    map.setPixelRatio(before);
  }
}
