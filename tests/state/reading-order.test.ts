import { describe, expect, it } from "vitest";
import { inReadingOrder, type Placed, step } from "../../src/state/reading-order";

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
