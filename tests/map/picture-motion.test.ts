// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { isEnough, keepMovingPicture } from "../../src/map/picture-motion";

/** As much of a map as moves: 1,000 × 800 px at 10 px to a degree at zoom 0, painted by `renderer`. */
function movingMap(renderer: string) {
  const canvas = document.createElement("canvas");
  Object.defineProperties(canvas, { clientWidth: { value: 1000 }, clientHeight: { value: 800 } });
  const state = { lng: 60, lat: 27, zoom: 0, bearing: 0, pitch: 0, projection: "mercator", isLoaded: true };
  const painted: number[] = [];
  class Painter {
    context = { gl: { RENDERER: 1, getExtension: () => null, getParameter: () => renderer } };
    render() {
      painted.push(state.lng);
    }
  }
  const map = {
    painter: new Painter(),
    repaint: false,
    loaded: () => state.isLoaded,
    getCanvas: () => canvas,
    getCenter: () => ({ lng: state.lng, lat: state.lat }),
    getZoom: () => state.zoom,
    getBearing: () => state.bearing,
    getPitch: () => state.pitch,
    getTerrain: () => null,
    getProjection: () => ({ type: state.projection }),
    project: ({ lng, lat }: { lng: number; lat: number }) => {
      const scale = 10 * 2 ** state.zoom;
      return { x: 500 + (lng - state.lng) * scale, y: 400 - (lat - state.lat) * scale };
    },
  };
  const stop = keepMovingPicture(map as never);
  const frame = (moving: boolean) => map.painter.render(...([{}, {}, { moving }] as unknown as []));
  return { map, canvas, state, painted, frame, stop };
}

const SWIFTSHADER = "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)";
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it("moves and enlarges the last picture without a graphics card, and paints once the map has been still", async () => {
  const { map, canvas, state, painted, frame } = movingMap(SWIFTSHADER);
  frame(false);
  state.lng = 65;
  state.zoom = 0.5;
  frame(true);
  expect(painted).toEqual([60]);
  // Five degrees of 10 · √2 px to the west, about the middle of the canvas.
  const [, x = "", scale = ""] = /^translate\((-[\d.]+)px, 0px\) scale\(([\d.]+)\)$/.exec(canvas.style.transform) ?? [];
  expect(Number(x)).toBeCloseTo(-50 * Math.SQRT2, 6);
  expect(Number(scale)).toBeCloseTo(Math.SQRT2, 6);
  expect(canvas.style.transformOrigin).toBe("500px 400px");
  expect(map.repaint).toBe(true);
  frame(false);
  expect(painted).toEqual([60]);
  await wait(450);
  frame(false);
  expect(painted).toEqual([60, 65]);
  expect(canvas.style.transform).toBe("");
  expect(map.repaint).toBe(false);
});

it("paints when too little of the last picture is in sight, and whenever the map turns, tilts or is a globe", () => {
  const { state, painted, frame } = movingMap(SWIFTSHADER);
  frame(false);
  state.lng = 125;
  frame(true);
  state.bearing = 10;
  frame(true);
  state.bearing = 0;
  frame(true);
  state.projection = "globe";
  frame(true);
  expect(painted).toHaveLength(5);
});

it("paints every frame where a graphics card keeps up, and leaves the painter as it was", () => {
  const { map, state, painted, frame, stop } = movingMap("ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)");
  for (const lng of [60, 61, 62, 63, 64]) {
    state.lng = lng;
    frame(lng > 60);
  }
  expect(painted).toEqual([60, 61, 62, 63, 64]);
  stop();
  expect(Object.hasOwn(map.painter, "render")).toBe(false);
});

it("stops painting within a movement whose pictures come slowly", async () => {
  const { canvas, state, painted, frame } = movingMap("Mali-G52");
  frame(false);
  for (const lng of [61, 62, 63, 64]) {
    await wait(90);
    state.lng = lng;
    frame(true);
  }
  expect(painted).toEqual([60, 61, 62, 63]);
  expect(canvas.style.transform).toBe("translate(-10px, 0px) scale(1)");
  frame(false);
  expect(painted.at(-1)).toBe(64);
});

it("paints a half-loaded map once a second at most without a graphics card, and the whole one at once", async () => {
  const { state, painted, frame } = movingMap(SWIFTSHADER);
  state.isLoaded = false;
  frame(false);
  expect(painted).toEqual([]);
  await wait(1050);
  frame(false);
  frame(false);
  expect(painted).toEqual([60]);
  state.isLoaded = true;
  frame(false);
  expect(painted).toEqual([60, 60]);
});

it("knows how far a picture may be moved and enlarged", () => {
  expect(isEnough({ x: 600, y: -480, scale: 1 }, 1000, 800)).toBe(true);
  expect(isEnough({ x: 601, y: 0, scale: 1 }, 1000, 800)).toBe(false);
  expect(isEnough({ x: 0, y: 481, scale: 1 }, 1000, 800)).toBe(false);
  expect(isEnough({ x: 0, y: 0, scale: 0.49 }, 1000, 800)).toBe(false);
  expect(isEnough({ x: 0, y: 0, scale: 2 }, 1000, 800)).toBe(true);
});
