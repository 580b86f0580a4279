import { describe, expect, it } from "vitest";
import { readPn2 } from "../../../scripts/data/pn2.ts";
import { pathRings } from "../../../scripts/data/svg-path.ts";

describe("pathRings", () => {
  it("follows absolute and relative strokes, several lines to a stroke", () => {
    expect(pathRings("M10 20 L30,20 30 40 h-5 V25Z m1-.5 2e1 0 z")).toEqual([
      [
        [10, 20],
        [30, 20],
        [30, 40],
        [25, 40],
        [25, 25],
      ],
      [
        [11, 19.5],
        [31, 19.5],
      ],
    ]);
  });

  it("refuses a curve", () => {
    expect(() => pathRings("M0 0 C1 1 2 2 3 3")).toThrow("stroke C");
  });
});

describe("readPn2", () => {
  it("reads positions relative to the one before them, and tells holes from outer rings", () => {
    const view = new DataView(new ArrayBuffer(6 + 6 + 9 + 6 + 4 + 9 + 6));
    // A group, which holds no positions.
    view.setUint8(6, 4);
    // An outer ring: 28° N 63° E, and half a degree north-west of it in half minutes of arc.
    view.setUint8(12, 2);
    view.setUint32(17, 1);
    view.setInt16(21, 28 * 120);
    view.setInt16(23, 63 * 120);
    view.setInt16(25, 2);
    view.setInt8(27, 60);
    view.setInt8(28, -60);
    view.setInt8(29, -12);
    view.setInt8(30, 6);
    // A hole.
    view.setUint8(31, 3);
    view.setUint32(36, 1);
    view.setInt16(40, -120);
    view.setInt16(42, -240);
    expect(readPn2(new Uint8Array(view.buffer))).toEqual([
      {
        isHole: false,
        ring: [
          [63, 28],
          [62.5, 28.5],
          [63.05, 27.9],
        ],
      },
      { isHole: true, ring: [[-2, -1]] },
    ]);
  });
});
