import { expect, test } from "vitest";
import { type SymbolName, symbolName } from "../../src/data/manifest";
import { PALETTES } from "../../src/picture/palette";
import { symbolMarkup } from "../../src/picture/symbol-markup";
import {
  type SymbolVariant,
  symbolFromImageId,
  symbolImageId,
  symbolShapes,
  symbolSize,
} from "../../src/picture/symbols";

const GRADES = ["plain", "single_source", "disputed", "unverified"] as const;
const drawings: [SymbolName, SymbolVariant][] = [
  ...symbolName.options.flatMap((name): [SymbolName, SymbolVariant][] => [
    [name, {}],
    [name, { hollow: true }],
  ]),
  ...(["open", "closed", "unknown"] as const).map((gate): [SymbolName, SymbolVariant] => ["crossing", { gate }]),
  ...([1, 2, 3, 4] as const).map((size): [SymbolName, SymbolVariant] => ["town", { size }]),
  ...GRADES.flatMap((grade): [SymbolName, SymbolVariant][] => [
    ["strike", { grade }],
    ["incident", { grade, hollow: true }],
  ]),
];

test("drawings of different meaning differ in shape or stroke, not only in colour", () => {
  const seen = new Map<string, string>();
  for (const [name, variant] of drawings) {
    const id = symbolImageId(name, variant);
    const drawing = JSON.stringify(symbolShapes(name, variant));
    expect(seen.get(drawing) ?? id, `${id} looks like ${seen.get(drawing)}`).toBe(id);
    seen.set(drawing, id);
  }
});

test("every drawing begins with its halo of paper and uses the colour of its symbol", () => {
  for (const [name, variant] of drawings) {
    const shapes = symbolShapes(name, variant);
    expect(shapes[0]?.stroke).toBe("paper");
    expect(shapes.some(({ fill, stroke }) => fill === "symbol" || stroke === "symbol")).toBe(true);
    expect(symbolMarkup(name, variant, PALETTES.dark)).toContain(PALETTES.dark.halo);
  }
});

test("an image id names its drawing, and nothing else does", () => {
  for (const [name, variant] of drawings) {
    const id = symbolImageId(name, variant);
    const named = symbolFromImageId(id);
    expect(named && symbolImageId(named.name, named.variant)).toBe(id);
    expect(named && symbolShapes(named.name, named.variant)).toEqual(symbolShapes(name, variant));
  }
  expect(symbolFromImageId("toString")).toBeNull();
  expect(symbolFromImageId("")).toBeNull();
});

test("a further place of an event has the same drawing at a smaller size", () => {
  expect(symbolShapes("strike", { small: true })).toEqual(symbolShapes("strike", {}));
  expect(symbolSize({ small: true })).toBeLessThan(symbolSize({}));
  expect(symbolImageId("strike", { small: true })).not.toBe(symbolImageId("strike"));
});
