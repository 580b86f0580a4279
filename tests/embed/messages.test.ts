import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readViewCommand } from "../../src/embed/commands";
import { heightMessages, mapHeightFor } from "../../src/embed/height";
import { heightAsked } from "../../src/state/resize-rule";

const SITE = "https://atlas.example";
const window = { name: "the frame" };
const frame = { contentWindow: window, src: `${SITE}/embed.html#v=1`, sandbox: "allow-scripts allow-same-origin" };
const resize = (height: unknown) => ({ type: "sarhad:resize", v: 1, id: "a", height });

describe("the page around a frame", () => {
  it("takes the height that a frame of the atlas asks for", () => {
    const [own] = heightMessages("a", 640);
    expect(heightAsked({ data: own, origin: SITE, source: window }, [frame], SITE)?.height).toBe(640);
    const opaque = { ...frame, sandbox: "allow-scripts" };
    expect(heightAsked({ data: own, origin: "null", source: window }, [opaque], SITE)?.height).toBe(640);
    expect(heightAsked({ data: own, origin: SITE, source: window }, [{ ...frame, sandbox: null }], SITE)?.height).toBe(
      640,
    );
  });

  it.each([
    1e9,
    4000.5,
    119,
    -1,
    0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "500",
    null,
    undefined,
    {},
    [500],
  ])("ignores a height of %s", (height) => {
    expect(heightAsked({ data: resize(height), origin: SITE, source: window }, [frame], SITE)).toBeNull();
  });

  it("ignores other windows, other origins, and frames that are not the atlas's", () => {
    const data = resize(500);
    expect(heightAsked({ data, origin: SITE, source: { name: "another" } }, [frame], SITE)).toBeNull();
    expect(heightAsked({ data, origin: SITE, source: null }, [{ ...frame, contentWindow: null }], SITE)).toBeNull();
    expect(heightAsked({ data, origin: "https://evil.example", source: window }, [frame], SITE)).toBeNull();
    expect(heightAsked({ data, origin: "null", source: window }, [frame], SITE)).toBeNull();
    const foreign = { ...frame, src: "https://evil.example/embed.html" };
    expect(heightAsked({ data, origin: "https://evil.example", source: window }, [foreign], SITE)).toBeNull();
    expect(heightAsked({ data, origin: SITE, source: window }, [{ ...frame, src: "not an address" }], SITE)).toBeNull();
  });

  it("survives every message, and never answers outside of 120 to 4000 px", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ type: fc.constant("sarhad:resize"), v: fc.constant(1), height: fc.anything() }),
      fc.double().map(resize),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(SITE, "null", "https://evil.example"), (data, origin) => {
        const asked = heightAsked({ data, origin, source: window }, [frame], SITE);
        if (asked) expect(asked.height >= 120 && asked.height <= 4000 && origin === SITE).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("hears AMP's own message beside ours, and heights that follow the width", () => {
    expect(heightMessages(null, 480)).toContainEqual({ sentinel: "amp", type: "embed-size", height: 480 });
    expect([280, 640, 1600].map(mapHeightFor)).toEqual([260, 400, 640]);
  });
});

describe("a frame", () => {
  const page = { name: "the page" };
  const allowed = { origin: "https://news.example", source: page, id: "a" };
  const good = { type: "sarhad:view", v: 1, link: "#v=1&layers=border" };

  it("obeys the page around it at the origin its link allows, and nobody by default", () => {
    expect(readViewCommand({ data: good, origin: allowed.origin, source: page }, allowed)).toBe(good.link);
    expect(readViewCommand({ data: { ...good, id: "a" }, origin: allowed.origin, source: page }, allowed)).toBe(
      good.link,
    );
    const off = { ...allowed, origin: null };
    expect(readViewCommand({ data: good, origin: allowed.origin, source: page }, off)).toBeNull();
    expect(readViewCommand({ data: good, origin: "https://evil.example", source: page }, allowed)).toBeNull();
    expect(readViewCommand({ data: good, origin: allowed.origin, source: { name: "a sibling" } }, allowed)).toBeNull();
  });

  it.each([
    { ...good, v: 2 },
    { ...good, type: "sarhad:eval" },
    { ...good, id: "b" },
    { ...good, link: "javascript:alert(1)" },
    { ...good, link: `#${"x".repeat(20_001)}` },
    { ...good, more: 1 },
    [good],
    Object.assign(Object.create({ type: "sarhad:view" }), { v: 1, link: "#" }),
    null,
  ])("ignores %j", (data) => {
    expect(readViewCommand({ data, origin: allowed.origin, source: page }, allowed)).toBeNull();
  });

  it("survives every message, and answers links only", () => {
    const part = fc.oneof(fc.anything(), fc.constantFrom("sarhad:view", 1, "#v=1", "a"));
    const message = fc.oneof(fc.anything(), fc.record({ type: part, v: part, id: part, link: part }));
    fc.assert(
      fc.property(message, (data) => {
        const link = readViewCommand({ data, origin: allowed.origin, source: page }, allowed);
        if (link !== null) expect(link.startsWith("#")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
