import { describe, expect, it, vi } from "vitest";
import { dropGrab, grabAt, grabShape } from "../../src/state/grab";
import { overlay } from "../../src/state/overlay";

/** A degree is ten px, north is up. */
const pixelOf = ([lng, lat]: readonly [number, number]) => ({ x: lng * 10, y: -lat * 10 });
const vertices = [
  [0, 0],
  [10, 0],
  [10, 10],
] as const;
const drawn = [
  overlay("measure-line", { type: "MultiLineString", coordinates: [vertices.map((vertex) => [...vertex])] }),
];
const grab = (x: number, y: number) => grabAt(vertices, drawn, pixelOf, { x, y }, 6);

describe("what is grabbed", () => {
  it("is the nearest vertex within reach", () => {
    expect(grab(97, 3)).toEqual({ kind: "vertex", index: 1 });
    expect(grab(100, -104)).toEqual({ kind: "vertex", index: 2 });
  });

  it("is a leg between vertices, by the number that a new vertex on it gets", () => {
    expect(grab(50, 4)).toEqual({ kind: "leg", index: 1 });
    expect(grab(104, -50)).toEqual({ kind: "leg", index: 2 });
  });

  it("is nothing beside the line, nor where no line is drawn", () => {
    expect(grab(50, 20)).toBeNull();
    expect(grabAt(vertices, [], pixelOf, { x: 50, y: 0 }, 6)).toBeNull();
  });
});

describe("what is grabbed of several shapes", () => {
  const shapes = [
    { vertices, isClosed: true },
    { vertices: [[20, 0] as const], isClosed: false },
    { vertices: [[30, 0] as const, [40, 0] as const], isClosed: false },
  ];
  const of = (x: number, y: number) => grabShape(shapes, pixelOf, { x, y }, 6);

  it("is a vertex by its number among all of them", () => {
    expect(of(100, -97)).toEqual({ kind: "vertex", index: 2 });
    expect(of(203, 0)).toEqual({ kind: "vertex", index: 3 });
    expect(of(400, 3)).toEqual({ kind: "vertex", index: 5 });
  });

  it("is a side by the number of a new vertex on it, also that which closes an area, and none between shapes", () => {
    expect(of(50, 3)).toEqual({ kind: "leg", index: 1 });
    expect(of(50, -52)).toEqual({ kind: "leg", index: 3 });
    expect(of(350, -4)).toEqual({ kind: "leg", index: 5 });
    expect(of(250, 0)).toBeNull();
    expect(of(150, 0)).toBeNull();
  });
});

it("a drag moves a vertex or inserts one; a press that stays does neither", () => {
  const tool = { id: "measure" as const, click: vi.fn(), dragVertex: vi.fn(), insertVertex: vi.fn() };
  const from = { x: 0, y: 0 };
  expect(dropGrab(tool, { kind: "vertex", index: 2 }, from, { x: 30, y: 0 }, [3, 4])).toBe(true);
  expect(tool.dragVertex).toHaveBeenCalledWith(2, 3, 4);
  expect(dropGrab(tool, { kind: "leg", index: 1 }, from, { x: 0, y: 9 }, [5, 6])).toBe(true);
  expect(tool.insertVertex).toHaveBeenCalledWith(1, 5, 6);
  expect(dropGrab(tool, { kind: "vertex", index: 0 }, from, { x: 2, y: 2 }, [0, 0])).toBe(false);
  expect(tool.dragVertex).toHaveBeenCalledTimes(1);
});
