import { project } from "../state/camera";
import { terrariumMeters } from "../state/terrarium";

/** Answers the picture of a tile, or null where there is none. */
export type ReadTile = (z: number, x: number, y: number) => Promise<ArrayBuffer | null>;

type Pixels = Pick<ImageData, "width" | "height" | "data">;

async function pixelsOf(bytes: ArrayBuffer): Promise<Pixels> {
  const image = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: "none", premultiplyAlpha: "none" });
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("the relief could not be read");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

function metersAt({ width, height, data }: Pixels, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const at = 4 * (row * width + column);
  return terrariumMeters(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}

/**
 * Heights in metres above the sea at `positions`, from terrarium tiles of one zoom, between four pixels in proportion; null
 * where there is no tile. Rejects when a tile cannot be read.
 */
export async function elevationsAt(
  readTile: ReadTile,
  zoom: number,
  positions: readonly (readonly [number, number])[],
): Promise<readonly (number | null)[]> {
  const tiles = new Map<string, Promise<Pixels | null>>();
  const tileAt = (x: number, y: number) => {
    const key = `${x}/${y}`;
    const known = tiles.get(key) ?? readTile(zoom, x, y).then((tile) => (tile ? pixelsOf(tile) : null));
    tiles.set(key, known);
    return known;
  };
  return Promise.all(
    positions.map(async (position) => {
      const [worldX, worldY] = project(position);
      const [tileX, tileY] = [worldX * 2 ** zoom, worldY * 2 ** zoom];
      const pixels = await tileAt(Math.floor(tileX), Math.floor(tileY));
      if (!pixels) return null;
      const x = (tileX - Math.floor(tileX)) * pixels.width - 0.5;
      const y = (tileY - Math.floor(tileY)) * pixels.height - 0.5;
      const [right, down] = [x - Math.floor(x), y - Math.floor(y)];
      const upper = metersAt(pixels, x, y) * (1 - right) + metersAt(pixels, x + 1, y) * right;
      const lower = metersAt(pixels, x, y + 1) * (1 - right) + metersAt(pixels, x + 1, y + 1) * right;
      return upper * (1 - down) + lower * down;
    }),
  );
}
