import { expect, it } from "vitest";
import { groupRadius } from "../../src/picture/group-radius";

it("grows evenly with the logarithm of the count between its steps, as the live map's circles do", () => {
  expect([1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 9_000_000].map(groupRadius)).toEqual([
    9, 12, 15, 18.5, 22, 26, 30, 30,
  ]);
});
