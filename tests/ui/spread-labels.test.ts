import fc from "fast-check";
import { expect, it } from "vitest";
import { spreadLabels } from "../../src/ui/measure/spread-labels";

it("labels keep their level where there is room and step aside where there is none", () => {
  expect(spreadLabels([10, 40, 42, 44, 90], 12, 0, 100)).toEqual([10, 40, 52, 64, 90]);
  expect(spreadLabels([85, 90, 95], 12, 0, 100)).toEqual([76, 88, 100]);
  expect(spreadLabels([], 12, 0, 100)).toEqual([]);
});

it("labels never overlap, keep their order and stay between top and bottom", () => {
  const levels = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 50 }).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(levels, (given) => {
      const labels = spreadLabels(given, 12, 0, 600);
      labels.forEach((label, index) => {
        expect(label).toBeGreaterThanOrEqual(0);
        expect(label).toBeLessThanOrEqual(600);
        if (index > 0) expect(label - (labels[index - 1] as number)).toBeGreaterThanOrEqual(12);
      });
    }),
  );
});
