import { describe, expect, it } from "vitest";
import { foremost } from "../../src/map/hits";

describe("foremost", () => {
  const province = { owner: "provinces", id: "balochistan", part: "area" };
  const patch = { owner: "strikes", id: "koh-e-sabz-2024-01-16", part: "doubt" };
  const road = { owner: "corridors", id: "m8", part: "line" };
  const port = { owner: "ports", id: "gwadar", part: "symbol" };

  it("is nothing where nothing is", () => {
    expect(foremost([])).toEqual([]);
  });
  it("prefers symbols to lines, lines to doubt, doubt to areas", () => {
    expect(foremost([province, patch, road, port])).toEqual([{ layer: "ports", id: "gwadar" }]);
    expect(foremost([province, patch, road])).toEqual([{ layer: "corridors", id: "m8" }]);
    expect(foremost([province, patch])).toEqual([{ layer: "strikes", id: "koh-e-sabz-2024-01-16" }]);
    expect(foremost([province])).toEqual([{ layer: "provinces", id: "balochistan" }]);
  });
  it("names overlapping features each once, topmost first", () => {
    const market = { owner: "markets", id: "gabd-market", part: "symbol" };
    expect(foremost([market, port, market])).toEqual([
      { layer: "markets", id: "gabd-market" },
      { layer: "ports", id: "gwadar" },
    ]);
  });
});
