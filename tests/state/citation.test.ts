import { describe, expect, it } from "vitest";
import { type Cited, citeBibtex, citeCslJson } from "../../src/state/citation";

const CITED: Cited = {
  title: "The border in 2024",
  dataVersion: "1.0.0",
  released: "2026-11-20",
  accessed: "2026-11-27",
  url: "https://example.org/#v=1&map=7/27/62&pin=1.0.0",
};

const keysOf = (cited: Cited): readonly [bibtex: string, csl: string] => [
  /^@misc\{([^,]+),$/m.exec(citeBibtex(cited))?.[1] ?? "",
  (JSON.parse(citeCslJson(cited)) as readonly { readonly id: string }[])[0]?.id ?? "",
];

describe("what a reference is known by", () => {
  it("is the same in both formats and on every day, in letters that BibTeX takes", () => {
    const [bibtex, csl] = keysOf(CITED);
    expect(bibtex).toBe(csl);
    expect(bibtex).toMatch(/^sarhad-1\.0\.0-[0-9a-f]{8}$/);
    expect(keysOf({ ...CITED, accessed: "2027-01-01" })).toEqual([bibtex, csl]);
  });

  it("differs between two views, and between titles in any script, so that a list holds both", () => {
    const others = [
      { ...CITED, url: "https://example.org/#v=1&map=8/27/62&pin=1.0.0" },
      { ...CITED, title: "سرحد" },
      { ...CITED, title: "مرز" },
      { ...CITED, dataVersion: "1.1.0" },
    ];
    const keys = [CITED, ...others].map((cited) => keysOf(cited)[0]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("ends in the FNV-1a hash of the title and the address", () => {
    // Reckoned by a program in C that gives 0xbf9cf968 for "foobar", as the test vectors of the authors of FNV do.
    const [key] = keysOf({ ...CITED, title: "foo", url: "bar" });
    expect(key.endsWith("45c122aa")).toBe(true);
  });
});
