import { readFileSync } from "node:fs";
import { join } from "node:path";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import {
  drawWorksheet,
  PAPERS,
  PX_PER_MM,
  paperScale,
  WORKSHEET_KINDS,
  type Worksheet,
} from "../../src/picture/worksheet";
import { project, unproject, worldPx } from "../../src/state/camera";
import { translator } from "../../src/state/language/translate";

const catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../src/state/language/catalogue/en.json"), "utf8"),
) as Record<string, string>;
const camera = { zoom: 5.4, lat: 27.5, lng: 62.2, bearing: 0, pitch: 0 };
const sheet: Worksheet = {
  kind: "outline",
  paper: "A4",
  camera,
  base: { stepsPerDegree: 100, land: [[5900, 2500, 600, 0, 0, 600, -600, 0, 0, -600]], boundaries: [], disputed: [] },
  border: [
    [
      [60.87, 29.86],
      [62.8, 27.2],
      [61.6, 25.2],
    ],
  ],
  places: [
    { name: "Zahedan & co <1>", position: [60.85, 29.49], symbol: "town", variant: {}, kind: "Town" },
    { name: "Far away", position: [10, 50], symbol: "town", variant: {}, kind: "Elsewhere" },
  ],
  title: "The border",
  questions: [{ question: "Which river?", answer: "The Tahlab." }],
  credits: "© somebody",
  language: "en",
  translate: translator(catalogue, "en"),
};
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);

describe("a worksheet", () => {
  it("has a scale bar that is true on paper in the middle of the map", () => {
    for (const [zoom, lat] of [
      [4, 27.5],
      [5.4, 25],
      [9, 30],
    ] as const) {
      const at = { ...camera, zoom, lat };
      const { value, unit, lengthMm } = paperScale(at);
      const [x, y] = project([at.lng, at.lat]);
      const half = (lengthMm * PX_PER_MM) / 2 / worldPx(zoom);
      const [west, south] = unproject([x - half, y]);
      const [east, north] = unproject([x + half, y]);
      const meters = geographiclib.Geodesic.WGS84.Inverse(south, west, north, east).s12 ?? Number.NaN;
      expect(unit).toBe("km");
      expect(Math.abs(meters / (value * 1000) - 1)).toBeLessThan(0.005);
      expect(lengthMm).toBeLessThanOrEqual(60);
    }
  });

  it.each(["A4", "Letter"] as const)("is drawn in millimetres of %s", (paper) => {
    const svg = drawWorksheet({ ...sheet, paper }).join("");
    expect(svg).toContain(`width="${PAPERS[paper].width}mm" height="${PAPERS[paper].height}mm"`);
    expect(svg).toContain(`data-mm="${paperScale(camera).lengthMm.toFixed(2)}"`);
  });

  it("names places only where they are to be read, and those off the map nowhere", () => {
    const names = (kind: Worksheet["kind"]) =>
      textsOf(drawWorksheet({ ...sheet, kind }).join("")).filter((text) => text?.includes("Zahedan"));
    expect(names("blank")).toEqual([]);
    expect(names("outline")).toEqual([]);
    expect(names("labelled")).toEqual(["Zahedan &amp; co &lt;1&gt;"]);
    expect(names("answers")).toEqual(["1  Zahedan &amp; co &lt;1&gt;"]);
    for (const kind of WORKSHEET_KINDS) expect(drawWorksheet({ ...sheet, kind }).join("")).not.toContain("Far away");
  });

  it("asks on every page and answers on one", () => {
    for (const kind of WORKSHEET_KINDS) {
      const texts = textsOf(drawWorksheet({ ...sheet, kind }).join(""));
      expect(texts).toContain("1. Which river?");
      expect(texts.includes("The Tahlab.")).toBe(kind === "answers");
    }
  });

  it("loses no question: what finds no room below the map follows on further pages", () => {
    const questions = Array.from({ length: 40 }, (_, index) => ({
      question: `Question of number ${index} ${"and so on ".repeat(index % 9)}`,
      answer: `answer ${index}`,
    }));
    for (const kind of WORKSHEET_KINDS) {
      const pages = drawWorksheet({ ...sheet, kind, questions });
      expect(pages.length).toBeGreaterThan(1);
      const texts = pages.flatMap(textsOf);
      for (const index of questions.keys()) {
        expect(
          texts.filter(
            (text) =>
              text?.includes(`Question of number ${index} `) || text === `${index + 1}. Question of number ${index}`,
          ),
        ).toHaveLength(1);
      }
      const height = PAPERS.A4.height * PX_PER_MM;
      const lows = pages.flatMap((page) =>
        [...page.matchAll(/<text[^>]* y="([\d.]+)"/g)].map((match) => Number(match[1])),
      );
      expect(Math.max(...lows)).toBeLessThan(height);
    }
  });

  it("keeps only places whose names do not overlap, the first of the list before the others, the same on each page", () => {
    const near = (name: string, lat: number) => ({
      name,
      position: [62, lat] as const,
      symbol: "town" as const,
      variant: {},
      kind: "Town",
    });
    const places = [near("South", 26), near("Middle", 27), near("Beside the middle", 27.01), near("North", 28)];
    for (const kind of ["labelled", "answers"] as const) {
      const texts = textsOf(drawWorksheet({ ...sheet, kind, places }).join(""));
      const found = places.map(({ name }) => texts.some((text) => text?.endsWith(name)));
      expect(found).toEqual([true, true, false, true]);
    }
    expect(textsOf(drawWorksheet({ ...sheet, kind: "answers", places }).join(""))).toContain("1  North");
  });

  it("is grey, so that any printer prints it", () => {
    const colors = [
      ...drawWorksheet({ ...sheet, kind: "labelled" })
        .join("")
        .matchAll(/#([0-9a-f]{3,6})\b/g),
    ].map((match) => match[1] ?? "");
    expect(colors.filter((color) => new Set(color.length === 3 ? color : color.match(/../g)).size > 1)).toEqual([]);
  });
});
