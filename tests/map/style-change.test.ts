import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, it } from "vitest";
import { changeStyle } from "../../src/map/style-change";

const styleOf = (layers: StyleSpecification["layers"]): StyleSpecification => ({ version: 8, sources: {}, layers });

function record() {
  const calls: unknown[][] = [];
  const verb =
    (name: string) =>
    (...values: unknown[]) =>
      calls.push([name, ...values]);
  const map = {
    setPaintProperty: verb("paint"),
    setLayoutProperty: verb("layout"),
    setFilter: verb("filter"),
    setLayerZoomRange: verb("zooms"),
  };
  return { calls, map };
}

describe("changeStyle", () => {
  const before = styleOf([
    { id: "sea", type: "background", paint: { "background-color": "#fff", "background-opacity": 1 } },
    { id: "road", type: "line", source: "s", filter: ["has", "a"], layout: { visibility: "visible" } },
  ]);

  it("does nothing between equal styles", () => {
    const { calls, map } = record();
    changeStyle(map, before, structuredClone(before));
    expect(calls).toEqual([]);
  });

  it("sets what differs, removes what is gone, and leaves the rest", () => {
    const { calls, map } = record();
    const after = styleOf([
      { id: "sea", type: "background", paint: { "background-color": "#000" } },
      { id: "road", type: "line", source: "s", maxzoom: 9, layout: { visibility: "none" } },
    ]);
    changeStyle(map, before, after);
    expect(calls).toEqual([
      ["paint", "sea", "background-color", "#000"],
      ["paint", "sea", "background-opacity", undefined],
      ["layout", "road", "visibility", "none"],
      ["zooms", "road", 0, 9],
      ["filter", "road", null],
    ]);
  });

  it("refuses styles with other layers", () => {
    expect(() => changeStyle(record().map, before, styleOf([]))).not.toThrow();
    expect(() => changeStyle(record().map, styleOf([]), before)).toThrow(RangeError);
  });
});
