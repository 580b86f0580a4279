import { describe, expect, it } from "vitest";
import { drawPoster, inBothThemes } from "../../../scripts/vite/poster";
import { PALETTES, type Palette } from "../../../src/picture/palette";

const NAMES = Object.keys(PALETTES.light) as (keyof Palette)[];

describe("the first picture of the page", () => {
  it("has for each of its colours that of the night beside it", () => {
    const poster = drawPoster();
    const pairs = [...poster.matchAll(/(?:fill|stroke)="light-dark\((#\w{6}),(#\w{6})\)"/g)];
    expect(new Set(pairs.map(([, day]) => day)).size).toBeGreaterThan(5);
    for (const [, day, night] of pairs) {
      expect(
        NAMES.some((name) => PALETTES.light[name] === day && PALETTES.dark[name] === night),
        `${day}`,
      ).toBe(true);
    }
    // The one plain colour is that of browsers that know no pairs.
    expect([...poster.matchAll(/="#\w{6}"/g)]).toHaveLength(1);
  });

  it("is refused when the night would show something else", () => {
    expect(inBothThemes('<a fill="#FFFFFF"/>', '<a fill="#000000"/>')).toBe('<a fill="light-dark(#FFFFFF,#000000)"/>');
    expect(inBothThemes('<a fill="#FFFFFF"/>', '<a fill="#FFFFFF"/>')).toBe('<a fill="#FFFFFF"/>');
    expect(() => inBothThemes('<a fill="#FFFFFF"/>', '<b fill="#000000"/>')).toThrow("by night");
  });
});
