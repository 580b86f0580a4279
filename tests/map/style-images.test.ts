import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type ImageMap, keepImages } from "../../src/map/style-images";

/** A canvas that takes any order and shows nothing. */
function blankCanvas() {
  const canvas = { width: 0, height: 0, getContext: () => context };
  const context: object = new Proxy(
    { canvas, getImageData: (_x: number, _y: number, width: number, height: number) => ({ width, height }) },
    { get: (own, name) => Reflect.get(own, name) ?? (() => undefined), set: () => true },
  );
  return canvas;
}

beforeEach(() => {
  vi.stubGlobal("document", { createElement: blankCanvas });
  vi.stubGlobal("Path2D", class {});
});
afterEach(() => vi.unstubAllGlobals());

/** A map with no image, whose style asks for them by name. */
function mapOf() {
  const images = new Map<string, { width: number }>();
  let resolve: (id: string) => Promise<void> = async () => undefined;
  const map: ImageMap = {
    addImage(id, image) {
      if (images.has(id)) throw new Error(`there is an image ${id}`);
      images.set(id, image);
    },
    updateImage: (id, image) => images.set(id, image),
    hasImage: (id) => images.has(id),
    listImages: () => [...images.keys()],
    setMissingStyleImageResolver: (resolver) => {
      resolve = resolver;
    },
  };
  return { map, images, need: (id: string) => resolve(id) };
}

it("draws symbols at once and other images when their code has come, each once", async () => {
  const { map, images, need } = mapOf();
  const missing = vi.fn();
  const repaint = keepImages(map, "light", 1, missing);
  const symbol = need("port");
  expect([...images.keys()]).toEqual(["port"]);
  await Promise.all([symbol, need("tick"), need("tick"), need("hatch"), need("airport")]);
  expect([...images.keys()].toSorted()).toEqual(["airport", "hatch", "port", "tick"]);
  // Two px for one, or a plain screen would show them blurred.
  expect(images.get("tick")?.width).toBe(32);
  const before = images.get("hatch");
  repaint("dark");
  expect(images.get("hatch")).not.toBe(before);
  expect(missing).not.toHaveBeenCalled();
});

it("has no image for a name that it does not know", async () => {
  const { map, images, need } = mapOf();
  keepImages(map, "light", 1, () => undefined);
  await need("nothing-of-ours");
  expect([...images.keys()]).toEqual([]);
});
