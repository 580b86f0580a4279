import { readFileSync } from "node:fs";
import { DOMParser, type Element } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Countries } from "../../src/data/load-countries";
import type { Source } from "../../src/data/source";
import { LANGUAGES } from "../../src/data/text";
import { facesFor } from "../../src/picture/embedded-fonts";
import { mapPicture } from "../../src/picture/map-picture";
import { pageSize } from "../../src/picture/page-layout";
import { pictureFurniture } from "../../src/picture/picture-furniture";
import { textWidth } from "../../src/picture/text";
import { draftAlt, draftTitle, type Shown } from "../../src/state/description";
import { publishersOf } from "../../src/state/publishers";
import { fitCamera, seenBy } from "../../src/state/seen";
import { LAYER_IDS, START_VIEW } from "../../src/state/view";
import { pictureOf, strikeAt } from "./fixture";

const SEEN = { width: 1200, height: 800 };
const MANIFEST = { dataVersion: "1.0.0", released: "2026-11-20" };

/** A published picture of a view at a size, and the page it was laid out on. */
function published(part: Parameters<typeof pictureOf>[0], language: (typeof LANGUAGES)[number], output: typeof SEEN) {
  const picture = pictureOf(part, language);
  const shown: Shown = { view: picture.view, layers: picture.layers, seen: { camera: picture.view.camera, ...SEEN } };
  const imprint = {
    title: draftTitle(shown, picture),
    manifest: MANIFEST,
    register: new Map(),
    link: "https://example.org/",
  };
  const furniture = pictureFurniture(shown, picture, imprint);
  const page = pageSize(picture, furniture, output);
  return { page, svg: mapPicture(picture, { ...page, output, alt: draftAlt(shown, picture), furniture, seen: SEEN }) };
}

/** How far a group moves what is in it, up to the document. */
function offsetOf(node: Element | null): readonly [number, number] {
  if (!node || node.nodeName === "svg") return [0, 0];
  const [x, y] = offsetOf(node.parentNode as Element | null);
  const moved = /^translate\(([-\d.]+) ([-\d.]+)\)/.exec(node.getAttribute("transform") ?? "");
  return [x + Number(moved?.[1] ?? 0), y + Number(moved?.[2] ?? 0)];
}

describe("a published picture", () => {
  test("has every text on its page and no figure that is none, at any size, place and turn", () => {
    const camera = fc.record({
      zoom: fc.double({ min: 3, max: 11, noNaN: true }),
      lat: fc.double({ min: 22, max: 32, noNaN: true }),
      lng: fc.double({ min: 57, max: 68, noNaN: true }),
      bearing: fc.double({ min: -180, max: 180, noNaN: true }),
      pitch: fc.constant(0),
    });
    const size = fc.record({ width: fc.integer({ min: 160, max: 2400 }), height: fc.integer({ min: 160, max: 1600 }) });
    fc.assert(
      fc.property(camera, size, fc.constantFrom(...LANGUAGES), (at, output, language) => {
        const { page, svg } = published({ camera: at, layers: LAYER_IDS }, language, output);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        const document = new DOMParser().parseFromString(svg, "image/svg+xml");
        for (const text of document.getElementsByTagName("text")) {
          const [across, down] = offsetOf(text.parentNode as Element);
          const x = Number(text.getAttribute("x")) + across;
          const y = Number(text.getAttribute("y")) + down;
          expect(x, text.textContent ?? "").toBeGreaterThanOrEqual(0);
          expect(x, text.textContent ?? "").toBeLessThanOrEqual(page.width);
          expect(y, text.textContent ?? "").toBeGreaterThanOrEqual(0);
          expect(y, text.textContent ?? "").toBeLessThanOrEqual(page.height);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(LANGUAGES)("keeps the lines of its notes within its margins in %s", (language) => {
    for (const width of [480, 900, 1600]) {
      const { page, svg } = published({}, language, { width, height: 1000 });
      const notes = new DOMParser().parseFromString(svg, "image/svg+xml").getElementById("notes");
      const lines = [...(notes?.getElementsByTagName("text") ?? [])].map(({ textContent }) => textContent ?? "");
      expect(lines.length).toBeGreaterThan(4);
      for (const line of lines) expect(textWidth(line, 10.5)).toBeLessThanOrEqual(page.width - 32);
    }
  });

  test("explains what is in sight and nothing else", () => {
    const camera = { zoom: 8, lat: 25.2, lng: 61.6, bearing: 0, pitch: 0 };
    const { svg } = published({ camera, layers: ["border", "ports", "strikes"] }, "en", SEEN);
    const legend = new DOMParser().parseFromString(svg, "image/svg+xml").getElementById("legend")?.textContent;
    expect(legend).toContain("Ports");
    const far = published(
      { camera: { ...camera, lat: 29.6, lng: 60.9, zoom: 9 }, layers: ["border", "ports"] },
      "en",
      SEEN,
    );
    expect(new DOMParser().parseFromString(far.svg, "image/svg+xml").getElementById("legend")?.textContent).toBe(
      "The border",
    );
  });

  test("explains a circle that reaches into the map from a place beyond its edge", () => {
    const legendOf = (radiusMeters: number) => {
      const picture = strikeAt([60.73, 28], radiusMeters, "A strike");
      // The place lies about 6 km west of the map, which is 1,168 px wide at some 135 m each.
      const camera = { zoom: 9, lat: 28, lng: 61.6, bearing: 0, pitch: 0 };
      const whole = { ...picture, view: { ...picture.view, camera } };
      const svg = mapPicture(whole, { ...SEEN, alt: "", furniture: { hasLegend: true } });
      return new DOMParser().parseFromString(svg, "image/svg+xml").getElementById("legend")?.textContent ?? "";
    };
    expect(legendOf(20_000)).toContain("Strikes");
    expect(legendOf(3_000)).toBe("");
  });

  /** What the legend of a view says. */
  const legendAt = (part: Parameters<typeof pictureOf>[0]) =>
    new DOMParser().parseFromString(published(part, "en", SEEN).svg, "image/svg+xml").getElementById("legend")
      ?.textContent ?? "";

  test("explains an event of which only a further place is in sight, and circles that stand out", () => {
    // The strikes of 18 January 2024 have a second place near Saravan; the first lies 80 km to the southeast.
    const saravan = { zoom: 10, lat: 27.37, lng: 62.34, bearing: 0, pitch: 0 };
    const period = { from: "2024-01-18", to: "2024-01-18" };
    expect(legendAt({ camera: saravan, layers: ["strikes"], period })).toBe("StrikesPlace known only approximately");
    // Panjgur is known to 5 km: wide on a map of a town, hidden behind its symbol on one of the country.
    const panjgur = { zoom: 11, lat: 26.97, lng: 64.1, bearing: 0, pitch: 0 };
    expect(legendAt({ camera: panjgur, layers: ["towns"] })).toBe("Towns and placesPlace known only approximately");
  });

  test("does not explain a line that passes its map by, nor a layer that is not drawn at its scale", () => {
    // Between the border and its chord: inside of the rectangle around the line, 20 km from it, also when turned.
    for (const bearing of [0, 120]) {
      const camera = { zoom: 13, lat: 28.9, lng: 61.3, bearing, pitch: 0 };
      expect(legendAt({ camera, layers: ["border"] })).toBe("");
    }
    const whole = { zoom: 4.5, lat: 27, lng: 62, bearing: 0, pitch: 0 };
    expect(legendAt({ camera: whole, layers: ["border", "districts"] })).toBe("The border");
    expect(legendAt({ camera: { ...whole, zoom: 6 }, layers: ["border", "districts"] })).toContain("istricts");
  });

  test("says where in the world its map is, unless the map shows most of that itself", () => {
    const locatorAt = (zoom: number) => {
      const camera = { zoom, lat: 28, lng: 62, bearing: 0, pitch: 0 };
      const { svg } = published({ camera, layers: ["ports"] }, "en", SEEN);
      return new DOMParser().parseFromString(svg, "image/svg+xml").getElementById("locator");
    };
    for (const zoom of [5, 6, 9, 14]) expect(locatorAt(zoom), `zoom ${zoom}`).not.toBeNull();
    for (const zoom of [0, 2, 3]) expect(locatorAt(zoom), `zoom ${zoom}`).toBeNull();
  });

  test("keeps the locator within its frame by drawing no more, not by hiding what lies beyond", () => {
    const views = [
      { zoom: 5, lat: 28, lng: 62, bearing: 0, pitch: 0 },
      { zoom: 5.5, lat: 44, lng: 80, bearing: 40, pitch: 0 },
      { zoom: 12, lat: 0, lng: -60, bearing: 0, pitch: 0 },
    ];
    for (const camera of views) {
      const { svg } = published({ camera, layers: ["ports"] }, "en", SEEN);
      const locator = new DOMParser().parseFromString(svg, "image/svg+xml").getElementById("locator");
      expect(locator?.nodeName).toBe("g");
      for (const path of locator?.getElementsByTagName("path") ?? []) {
        // Steps from an absolute start, several rings in one path.
        for (const ring of (path.getAttribute("d") ?? "").split("M").slice(1)) {
          let [x, y] = [0, 0];
          const numbers = (ring.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
          for (let at = 0; at + 1 < numbers.length; at += 2) {
            [x, y] = [x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)];
            expect(Math.min(x, y, 124 - x, 92 - y)).toBeGreaterThanOrEqual(-0.5);
          }
        }
      }
      for (const circle of locator?.getElementsByTagName("circle") ?? []) {
        expect(Number(circle.getAttribute("cx"))).toBeGreaterThan(0);
      }
    }
  });

  test("outlines the countries that have joined something, each named once", () => {
    const picture = {
      ...pictureOf({ camera: { zoom: 3.4, lat: 31, lng: 58, bearing: 0, pitch: 0 }, layers: ["memberships"] }),
      countries: JSON.parse(readFileSync("data/world-countries.geojson", "utf8")) as Countries,
    };
    const svg = mapPicture(picture, { ...SEEN, alt: "", furniture: { hasLegend: true } });
    const root = new DOMParser().parseFromString(svg, "image/svg+xml");
    const layer = root.getElementById("layer-memberships");
    const outlined = [...(layer?.getElementsByTagName("g") ?? [])].map((group) => group.getAttribute("data-key"));
    // Members of ECO by its charter; Bhutan has joined nothing and refuses the Belt and Road.
    for (const code of ["af", "az", "ir", "kz", "kg", "pk", "tj", "tr", "tm", "uz"]) {
      expect(outlined).toContain(`memberships/country-${code}`);
    }
    expect(outlined).not.toContain("memberships/country-bt");
    expect(root.getElementById("legend")?.textContent).toContain("Memberships");
    const names = [...(root.getElementById("labels")?.getElementsByTagName("text") ?? [])].map(({ textContent }) =>
      textContent?.toLowerCase(),
    );
    for (const name of ["iran", "pakistan", "china"]) expect(names).toContain(name);
    expect(names).toHaveLength(new Set(names).size);
  });

  test("outlines the members of the organisation that is asked for and no other, and names it", () => {
    const outlinedFor = (...org: readonly string[]) => {
      const camera = { zoom: 3.4, lat: 31, lng: 58, bearing: 0, pitch: 0 };
      const picture = {
        ...pictureOf({ camera, layers: ["memberships"], filters: { org } }),
        countries: JSON.parse(readFileSync("data/world-countries.geojson", "utf8")) as Countries,
      };
      const svg = mapPicture(picture, { ...SEEN, alt: "", furniture: { hasLegend: true } });
      const root = new DOMParser().parseFromString(svg, "image/svg+xml");
      const groups = [...(root.getElementById("layer-memberships")?.getElementsByTagName("g") ?? [])];
      const codes = groups.flatMap(
        (group) => group.getAttribute("data-key")?.slice("memberships/country-".length) ?? [],
      );
      return { codes: codes.toSorted(), legend: root.getElementById("legend")?.textContent ?? "" };
    };
    // The ten members of ECO, by its own list.
    const eco = outlinedFor("eco");
    expect(eco.codes).toEqual(["af", "az", "ir", "kg", "kz", "pk", "tj", "tm", "tr", "uz"]);
    expect(eco.legend).toContain("Has joined, or is partner of: Economic Cooperation Organization (ECO)");
    expect(eco.legend).not.toContain("Shanghai");
    expect(outlinedFor("eco", "cpec").legend).toContain("(ECO) and China–Pakistan Economic Corridor (CPEC)");
    expect(outlinedFor("cpec").codes).toEqual(expect.arrayContaining(["cn", "pk"]));
    expect(outlinedFor("cpec").codes).not.toContain("tr");
  });

  test("names the fonts that its texts need", () => {
    const files = (language: (typeof LANGUAGES)[number]) =>
      facesFor(published({}, language, SEEN).svg).map(({ file }) => file);
    expect(files("en")).toContain("source-serif-latin-600.woff2");
    expect(files("en").some((file) => file.startsWith("naskh"))).toBe(false);
    expect(files("ur")).toContain("naskh-400.woff2");
    expect(files("ur")).not.toContain("vazirmatn-400.woff2");
    expect(files("fa")).toEqual(expect.arrayContaining(["vazirmatn-400.woff2", "vazirmatn-700.woff2"]));
  });
});

describe("the description of a view", () => {
  test.each([
    ["en", "Selected: Iranian strike at Koh-e-Sabz, Panjgur.", "Events from 1 January 2024 to 31 January 2024."],
    ["ur", "کوہِ سبز، پنجگور پر ایرانی حملہ", "1 جنوری، 2024 سے 31 جنوری، 2024 تک کے واقعات۔"],
    ["fa", "حملهٔ ایران به کوه سبز، پنجگور", "رویدادهای ۱۱ دی ۱۴۰۲ تا ۱۱ بهمن ۱۴۰۲ (۱ تا ۳۱ ژانویهٔ ۲۰۲۴)."],
  ] as const)("says in %s what is selected, in view, when and how wide", (language, selected, period) => {
    const picture = pictureOf(
      {
        camera: { zoom: 6.5, lat: 27, lng: 63, bearing: 0, pitch: 0 },
        layers: ["border", "strikes"],
        selected: { layer: "strikes", id: "koh-e-sabz-2024-01-16" },
        period: { from: "2024-01-01", to: "2024-01-31" },
        corridors: [{ along: "border", halfWidthMeters: 25_000 }],
      },
      language,
    );
    const shown = { view: picture.view, layers: picture.layers, seen: { camera: picture.view.camera, ...SEEN } };
    const alt = draftAlt(shown, picture);
    expect(alt).toContain(selected);
    expect(alt).toContain(period);
    expect(alt).toContain({ en: "25 km", ur: "25 کلومیٹر", fa: "۲۵ کیلومتر" }[language]);
    expect(alt).not.toContain("undefined");
  });
});

test("publishers of events are named by house, those behind most events first", () => {
  const source = (id: string, publisher: string): [string, Source] => [id, { id, publisher, type: "press" } as Source];
  const register = new Map([
    source("a", "Dawn (AFP)"),
    source("b", "Dawn"),
    source("c", "The Associated Press, in Arab News"),
  ]);
  const [strikes] = pictureOf({ layers: ["strikes"] }).layers;
  const [first] = strikes?.features ?? [];
  if (!first) throw new Error("no strike");
  const withSources = (ids: readonly string[]) => ({
    ...first,
    properties: {
      ...first.properties,
      claims: [],
      conflicts: [],
      sources: ids,
      where: null,
      nameSources: [],
      timeline: [],
    },
  });
  const features = [withSources(["a", "b"]), withSources(["b", "c"])] as unknown as Parameters<typeof publishersOf>[0];
  expect(publishersOf(features, register, 8)).toEqual(["Dawn", "The Associated Press"]);
});

test("what panels leave uncovered is seen by a camera of its own", () => {
  const view = { ...START_VIEW.camera, bearing: 90 };
  const seen = seenBy(view, { width: 1000, height: 600, padding: { top: 0, right: 0, bottom: 0, left: 400 } });
  expect([seen.width, seen.height]).toEqual([600, 600]);
  // East is up: what lies 200 px to the right of the middle lies to the south of it.
  expect(seen.camera.lng).toBeCloseTo(view.lng, 9);
  expect(seen.camera.lat).toBeLessThan(view.lat);
  expect(fitCamera(view, { width: 600, height: 600 }, { width: 300, height: 900 }).zoom).toBeCloseTo(view.zoom - 1, 12);
});
