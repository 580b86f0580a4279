/** What browsers draw without giving up: px a side, and px in all. */
export const MOST_PIXELS_A_SIDE = 8192;
const MOST_PIXELS = 40_000_000;

/** A picture is larger than a browser can draw. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/** Whether a picture of so many px can be drawn. */
export const isDrawable = (width: number, height: number): boolean =>
  width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE && width * height <= MOST_PIXELS;

/** `svg`, which carries its fonts, as a PNG of `width` × `height` px. Rejects with a TooLargeError when it cannot be drawn. */
export async function rasterize(svg: string, width: number, height: number): Promise<Blob> {
  if (!isDrawable(width, height)) throw new TooLargeError(`${width} × ${height}`);
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) throw new TooLargeError(`${width} × ${height}`);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TooLargeError(`${width} × ${height}`))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
