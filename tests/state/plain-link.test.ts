import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../src/state/permalink";
import { viewOfPlainLink } from "../../src/state/plain-link";
import { LAYER_IDS, START_VIEW } from "../../src/state/view";

const views = fc.record(
  {
    camera: fc.record({
      zoom: fc.double({ min: 0, max: 18, noNaN: true }),
      lat: fc.double({ min: -85, max: 85, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      bearing: fc.double({ min: -180, max: 180, noNaN: true }),
      pitch: fc.double({ min: 0, max: 75, noNaN: true }),
    }),
    layers: fc.subarray([...LAYER_IDS]),
    selected: fc.constantFrom(null, { layer: "ports", id: "port-gwadar" }),
    language: fc.constantFrom(null, "en", "ur", "fa"),
    theme: fc.constantFrom(null, "light", "dark", "auto"),
  } as const,
  { requiredKeys: [] },
);

describe("a plain link", () => {
  it("means what the whole reader of links makes of it", () => {
    fc.assert(
      fc.property(views, (part) => {
        const link = encode({ ...START_VIEW, ...part });
        expect(viewOfPlainLink(link)).toEqual(decode(link));
      }),
    );
  });

  it("may be malformed in any way and means the same all the same", () => {
    const values = fc.oneof(fc.string(), fc.constantFrom("9/25/62", "NaN/1/2", "ports,border,x", "ports/a/b", "fa"));
    const keys = fc.constantFrom("v", "map", "layers", "sel", "lang", "theme");
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, values)), (pairs) => {
        const link = `#${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
        expect(viewOfPlainLink(link)).toEqual(decode(link));
      }),
    );
    expect(viewOfPlainLink("")).toEqual(START_VIEW);
  });

  it("is left to the whole reader when it says more, or is too long", () => {
    for (const more of [
      "t=2024-01-01/2024-01-31",
      "f=grade:disputed",
      "measure=61,25~62,26",
      "pin=1.0.0",
      "embed=start:full",
    ]) {
      expect(viewOfPlainLink(`#v=1&lang=fa&${more}`)).toBeNull();
    }
    expect(viewOfPlainLink(`#v=1&sel=${"a".repeat(30_000)}`)).toBeNull();
  });
});
