import { expect, it } from "vitest";
import type { Sketch, Sketchbook } from "../../src/data/sketch";
import { overlay } from "../../src/state/overlay";
import { sketchHandles, withoutHandles } from "../../src/state/sketch-handles";

const sketch = (id: string, kind: Sketch["kind"], vertices: Sketch["vertices"]): Sketch => ({
  id,
  kind,
  vertices,
  title: "",
  note: "",
  category: "",
  date: "",
});
const many = Array.from({ length: 72 }, (_, at): [number, number] => [61 + at / 100, 27]);
const book = {
  sketches: [
    sketch("a", "line", [
      [61, 27],
      [62, 28],
    ]),
    sketch("b", "area", many),
    sketch("c", "point", [[63, 29]]),
  ],
  draft: null,
  given: 3,
};
const placesOf = (handles: ReturnType<typeof sketchHandles>) =>
  handles.map(({ geometry }) => geometry.type === "Point" && geometry.coordinates);

it("marks the corners of the open shape and of the one being drawn, but no point and no circle of many corners", () => {
  expect(placesOf(sketchHandles(book, "a"))).toEqual([
    [61, 27],
    [62, 28],
  ]);
  for (const id of ["b", "c", "nothing", null]) expect(sketchHandles(book, id)).toEqual([]);
  const draft: NonNullable<Sketchbook["draft"]> = { kind: "area", vertices: [[60, 25]] };
  expect(placesOf(sketchHandles({ ...book, draft }, "a"))).toEqual([
    [61, 27],
    [62, 28],
    [60, 25],
  ]);
});

it("are told from what else lies over the map", () => {
  const measured = overlay("measure-vertex", { type: "Point", coordinates: [61, 27] });
  expect(withoutHandles([measured, ...sketchHandles(book, "a")])).toEqual([measured]);
});
