import { gzipSync } from "node:zlib";
import { Geodesic } from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/data/text";
import { doubtRing } from "../../src/picture/doubt";
import { frameOf } from "../../src/picture/frame";
import { type Furniture, mapPicture, mapPictureInSteps, posterPicture } from "../../src/picture/map-picture";
import { PALETTES } from "../../src/picture/palette";
import { element, escapeXml } from "../../src/picture/xml";
import { cameraFor } from "../../src/state/camera";
import { metersPerPx } from "../../src/state/scale";
import { LAYER_IDS } from "../../src/state/view";
import { pictureOf, strikeAt } from "./fixture";
import { parseXml } from "./xml-parser";

const SIZE = { width: 1000, height: 700, alt: "The border" };
const FURNITURE: Furniture = {
  title: "The Iran–Pakistan border & its <crossings>",
  hasLegend: true,
  hasScaleBar: true,
  northArrow: "turned",
  hasLocator: true,
  hasCredits: true,
  hasBoundaryNote: true,
  date: { text: "20 November 2026", dataVersion: "1.0.0" },
};
const home = cameraFor([60.2, 24.6, 64.2, 30.2], { ...SIZE, padding: { top: 20, right: 20, bottom: 20, left: 20 } });
const HOSTILE = `</title><script>alert(1)</script>"'&]]>\u0000\ufffe\ud800`;

describe("a picture", () => {
  test("is the same in steps, of which every layer is one", () => {
    const picture = pictureOf({ camera: home, layers: LAYER_IDS }, "en", "light");
    const steps = mapPictureInSteps(picture, SIZE);
    let pauses = 0;
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        expect(value).toBe(mapPicture(picture, SIZE));
        break;
      }
      pauses++;
    }
    const { zoom } = home;
    const shown = picture.layers.filter(({ layer }) => zoom >= layer.minZoom && zoom < layer.maxZoom);
    expect(pauses).toBeGreaterThanOrEqual(shown.length);
  });

  test("drawn twenty times is twenty times the same, to the last letter", () => {
    const drawn = Array.from({ length: 20 }, () =>
      mapPicture(pictureOf({ camera: home, layers: LAYER_IDS }, "ur", "dark"), { ...SIZE, furniture: FURNITURE }),
    );
    expect(new Set(drawn).size).toBe(1);
    expect(drawn[0]).toContain("</svg>");
  });

  test.each(LANGUAGES)("is well-formed in %s, by day and by night, with every layer", (language) => {
    for (const theme of ["light", "dark"] as const) {
      const svg = mapPicture(pictureOf({ camera: home, layers: LAYER_IDS }, language, theme), {
        ...SIZE,
        furniture: FURNITURE,
      });
      const { names, text } = parseXml(svg);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
      expect([...names].filter((name) => ["style", "script", "foreignObject", "image"].includes(name))).toEqual([]);
      expect(svg).not.toMatch(/ style=| on[a-z]+=|javascript:/);
      expect(text).toContain(pictureOf({}, language).translate("note.boundaries").split(" ")[0]);
    }
  });

  test("is the same text for the same view", () => {
    const draw = () => mapPicture(pictureOf({ camera: home }), { ...SIZE, furniture: FURNITURE });
    expect(draw()).toBe(draw());
  });

  test("names its groups, and its features by their keys", () => {
    const svg = mapPicture(pictureOf({ camera: home }), { ...SIZE, isInteractive: true });
    for (const id of ["layer-border", "layer-crossings", "layer-strikes", "layer-ports", "layer-corridors", "labels"]) {
      expect(svg).toContain(`id="${id}"`);
    }
    expect(svg).toContain('data-key="border/border"');
    expect(svg).toContain('data-key="crossings/crossing-mirjaveh-taftan"');
    const keyed =
      svg.match(/<g data-key="[^"]+" role="button" tabindex="-1" aria-label="[^"]+"><title>[^<]+<\/title>/g) ?? [];
    expect(keyed.length).toBe(svg.match(/data-key=/g)?.length);
  });

  test("rings what is selected, also where only a wide circle is known, at every scale", () => {
    const selected = { layer: "strikes", id: "koh-e-sabz-2024-01-16" } as const;
    const { accent } = PALETTES.light;
    const drawn = (zoom: number) =>
      mapPicture(pictureOf({ camera: { ...home, zoom }, layers: ["strikes"], selected }), {
        ...SIZE,
        isInteractive: true,
      });
    const group = /<g data-key="strikes\/koh-e-sabz-2024-01-16".*?<\/g>/s;
    // From zoom 3, where strikes begin, to where the circle fills the picture.
    for (const zoom of [3, 6, 9]) {
      const ring = group.exec(drawn(zoom))?.[0] ?? "";
      expect(ring).toContain(`stroke="${accent}" stroke-width="2.5"`);
      expect(ring).not.toContain("stroke-dasharray");
    }
  });

  test("ends the sea where the land is no longer known, and only there", () => {
    const sea = (zoom: number, bearing = 0) =>
      /<(\w+) id="sea"/.exec(mapPicture(pictureOf({ camera: { ...home, zoom, bearing } }), SIZE))?.[1];
    // 1,000 px are 176° at zoom 2 and 22° at zoom 5, round a longitude of 62°; the land is known from 24° to 100°.
    expect([sea(2), sea(2, 30), sea(5), sea(5, 30)]).toEqual(["path", "path", "rect", "rect"]);
  });

  test("shows hostile texts as the texts they are", () => {
    const picture = strikeAt([62, 27.5], 2_000, HOSTILE);
    const svg = mapPicture(
      { ...picture, view: { ...picture.view, camera: { ...home, zoom: 7 } } },
      { ...SIZE, alt: HOSTILE, isInteractive: true },
    );
    const { names, text } = parseXml(svg);
    expect(names.has("script")).toBe(false);
    expect(text).toContain(`</title><script>alert(1)</script>"'&]]>`);
  });

  test("stays finite from the whole world to a street, turned and far away", () => {
    for (const camera of [
      { zoom: 0, lat: 0, lng: -170, bearing: 0, pitch: 0 },
      { zoom: 18, lat: 28.9, lng: 61.56, bearing: 33, pitch: 60 },
      { zoom: 6, lat: 84, lng: 179, bearing: -179, pitch: 0 },
    ]) {
      parseXml(mapPicture(pictureOf({ camera }), SIZE));
    }
  });

  test("refuses a position that is no number", () => {
    expect(() => mapPicture(strikeAt([Number.NaN, 27], 2_000, "x"), SIZE)).toThrow(RangeError);
  });

  test("as a poster weighs 20 kB at most and keeps its ids to itself", () => {
    const poster = posterPicture(pictureOf({ camera: home }), SIZE);
    parseXml(poster);
    expect(gzipSync(poster, { level: 9 }).length).toBeLessThanOrEqual(20_000);
    expect(poster).not.toContain('id="layer-');
  });
});

describe("doubt", () => {
  // 5,000 m at 27.5° N are 4 px where a px is 1,250 m: 2π·6,384,000 m·cos 27.5° ÷ (512·2^zoom), zoom 5.7949.
  const drawnAt = (zoom: number) => {
    const picture = strikeAt([62, 27.5], 5_000, "A place");
    const camera = { zoom, lat: 27.5, lng: 62, bearing: 0, pitch: 0 };
    return mapPicture({ ...picture, view: { ...picture.view, camera } }, SIZE);
  };
  test("is drawn from 4 px on", () => {
    expect(drawnAt(5.75)).not.toContain('id="doubt-strikes"');
    expect(drawnAt(5.85)).toContain('id="doubt-strikes"');
    expect(drawnAt(5.85)).toContain("stroke-dasharray");
  });

  test("is a circle on the ellipsoid", () => {
    const center = [61.6, 27.2] as const;
    for (const radius of [1_000, 15_000, 120_000]) {
      for (const [lng = 0, lat = 0] of doubtRing(center, radius)) {
        const { s12 = 0 } = Geodesic.WGS84.Inverse(center[1], center[0], lat, lng);
        expect(Math.abs(s12 - radius)).toBeLessThan(radius * 0.0003);
      }
    }
  });
});

test("a circle of doubt leaves the circle by no more than the eye finds, and by less when it is drawn larger", () => {
  const camera = { zoom: 11, lat: 27, lng: 62, bearing: 0, pitch: 0 };
  const strike = strikeAt([62, 27], 9_000, "A strike");
  const picture = { ...strike, view: { ...strike.view, camera } };
  /** The longest side of the circle in px: some 265 px of radius, within the picture. */
  const longestSide = (growth: number) => {
    const output = { width: 1000 * growth, height: 700 * growth };
    const svg = mapPicture(picture, { width: 1000, height: 700, output, alt: "" });
    const [, steps = ""] = /id="doubt-strikes".*?<path d="M[^l]+l([^"]+)z"/.exec(svg) ?? [];
    const numbers = (steps.match(/-?[\d.]+/g) ?? []).map(Number);
    expect(numbers.length % 2).toBe(0);
    expect(numbers.length).toBeGreaterThan(60);
    return Math.max(
      ...numbers.filter((_, at) => at % 2 === 0).map((dx, at) => Math.hypot(dx, numbers[2 * at + 1] ?? 0)),
    );
  };
  // Sides of s px leave a circle of radius r px by s² / 8r: 0.12 px is half of what the lines of a map may.
  const radiusPx = 9_000 / metersPerPx(27, 11);
  const left = [1, 4].map((growth) => longestSide(growth) ** 2 / (8 * radiusPx));
  expect(left[0]).toBeLessThan(0.12);
  expect(left[1]).toBeLessThan(0.07);
});

test("the scale bar is true at the latitude of the middle", () => {
  for (const lat of [0, 27.55, 60]) {
    const camera = { zoom: 6, lat, lng: 62, bearing: 0, pitch: 0 };
    const svg = mapPicture(pictureOf({ camera, layers: [] }), { ...SIZE, furniture: { hasScaleBar: true } });
    const frame = frameOf(camera, 968, 668);
    for (const [unit, meters] of [
      ["km", 1000],
      ["mi", 1609.344],
    ] as const) {
      const bar = svg.match(
        new RegExp(`d="M([\\d.]+) [\\d.]+V[\\d.]+H([\\d.]+)V[^>]*data-scale="${unit}"/><text[^>]*>([\\d,]+) ${unit}`),
      );
      const widthPx = Number(bar?.[2]) - Number(bar?.[1]);
      const [west, east] = [frame.toPosition([484 - widthPx / 2, 334]), frame.toPosition([484 + widthPx / 2, 334])];
      const { s12 = 0 } = Geodesic.WGS84.Inverse(west[1], west[0], east[1], east[0]);
      const stated = Number(bar?.[3]?.replace(",", "")) * meters;
      expect(Math.abs(s12 / stated - 1)).toBeLessThan(0.005);
    }
  }
});

test("a position and its place in the picture are each other's inverse", () => {
  for (const bearing of [0, 33, -120]) {
    const frame = frameOf({ zoom: 7.3, lat: 27, lng: 62, bearing, pitch: 0 }, 800, 600);
    expect(frame.toPixel([62, 27])).toEqual([400, 300]);
    for (const [x, y] of [
      [0, 0],
      [800, 0],
      [13, 599],
    ] as const) {
      const [backX, backY] = frame.toPixel(frame.toPosition([x, y]));
      expect(backX).toBeCloseTo(x, 6);
      expect(backY).toBeCloseTo(y, 6);
    }
  }
  const eastUp = frameOf({ zoom: 5, lat: 27, lng: 62, bearing: 90, pitch: 0 }, 800, 600).toPixel([63, 27]);
  expect(eastUp[0]).toBeCloseTo(400, 6);
  expect(eastUp[1]).toBeLessThan(300);
});

test("text and attributes are escaped, and what XML cannot carry is left out", () => {
  expect(escapeXml(`<a b="c">&'\u0007\ufffe`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;&#39;");
  expect(element("g", { id: `"><x>` })).toBe('<g id="&quot;&gt;&lt;x&gt;"/>');
});

describe("names in two languages", () => {
  test("stand in two lines: beside English that of the country, beside Urdu and Persian the English one", () => {
    const two = (language: "en" | "ur" | "fa", secondLanguage: "local" | "en") =>
      mapPicture({ ...pictureOf({ camera: home, layers: ["towns"] }, language), secondLanguage }, SIZE);
    expect(two("en", "local")).toMatch(/>Gwadar<\/text><text [^>]*>گوادر</);
    expect(two("en", "local")).toMatch(/>Chabahar<\/text><text [^>]*>چابهار</);
    expect(two("ur", "en")).toMatch(/>چابہار<\/text><text [^>]*>Chabahar</);
  });
});
