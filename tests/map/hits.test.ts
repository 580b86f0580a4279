import { describe, expect, it } from "vitest";
import { foremost, inReadingOrder, type Placed, step } from "../../src/map/hits";

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

const at = (id: string, x: number, y: number): Placed => ({ reference: { layer: "ports", id }, x, y });
const ids = (placed: readonly Placed[]) => placed.map(({ reference }) => reference.id).join("");

describe("reading order", () => {
  const scattered = [at("d", 20, 300), at("b", 400, 10), at("a", 30, 30), at("c", 500, 40)];
  it("goes by rows from the start of the line", () => {
    expect(ids(inReadingOrder(scattered, "ltr"))).toBe("abcd");
    expect(ids(inReadingOrder(scattered, "rtl"))).toBe("cbad");
  });
  it("steps forth and back and joins its ends", () => {
    const order = inReadingOrder(scattered, "ltr");
    const from = (id: string) => ({ layer: "ports", id });
    expect(step(order, null, 1)?.reference.id).toBe("a");
    expect(step(order, null, -1)?.reference.id).toBe("d");
    expect(step(order, from("a"), 1)?.reference.id).toBe("b");
    expect(step(order, from("d"), 1)?.reference.id).toBe("a");
    expect(step(order, from("a"), -1)?.reference.id).toBe("d");
    expect(step([], from("a"), 1)).toBeNull();
  });
});
