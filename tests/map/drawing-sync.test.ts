import { signal } from "@preact/signals-core";
import type { Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { keepDrawing } from "../../src/map/drawing-sync";
import { PLAIN_DRAWING } from "../../src/state/drawing";
import type { Page } from "../../src/state/page";

/** A map that writes down what it is told. */
function fakeMap() {
  const told: unknown[] = [];
  let [terrain, projection]: [unknown, unknown] = [null, undefined];
  const map = {
    getTerrain: () => terrain,
    setTerrain: (next: unknown) => {
      terrain = next;
      told.push(next);
    },
    getProjection: () => projection,
    setProjection: (next: unknown) => {
      projection = next;
      told.push(next);
    },
  };
  return { told, map: map as unknown as MapLibreMap };
}

describe("the drawing of the map", () => {
  it("raises the land as high as asked, lays it flat again, and bends the map to a globe and back", () => {
    const { told, map } = fakeMap();
    const drawing = signal(PLAIN_DRAWING);
    const stop = keepDrawing(map, { drawing } as unknown as Page);
    expect(told).toEqual([]);
    drawing.value = { ...drawing.value, exaggeration: 4 };
    drawing.value = { ...drawing.value, exaggeration: 8 };
    drawing.value = { ...drawing.value, exaggeration: 0 };
    drawing.value = { ...drawing.value, isGlobe: true };
    drawing.value = { ...drawing.value, isGlobe: false };
    stop();
    drawing.value = { ...drawing.value, exaggeration: 1 };
    expect(told).toEqual([
      { source: "relief-raised", exaggeration: 4 },
      { source: "relief-raised", exaggeration: 8 },
      null,
      { type: "globe" },
      { type: "mercator" },
    ]);
  });
});
