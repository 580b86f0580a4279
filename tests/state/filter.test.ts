import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { AtlasFeature } from "../../src/data/feature";
import type { Manifest } from "../../src/data/manifest";
import { FACETS, partySlug } from "../../src/state/facet";
import { countFacets } from "../../src/state/facet-counts";
import { createSieve, createStrictSieve, withFilter, withoutFacets } from "../../src/state/filter";
import type { KnownFeature } from "../../src/state/known-features";
import type { KnownFigures } from "../../src/state/known-figures";
import { recordsLetThrough } from "../../src/state/let-through";
import { createModel } from "../../src/state/model";
import { FACET_NAMES } from "../../src/state/narrowing";
import { decode } from "../../src/state/permalink";
import { LAYER_IDS, type View } from "../../src/state/view";

const readData = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, "../../data", file), "utf8"));
const manifest = readData("layers.json") as Manifest;
const entries: readonly KnownFeature[] = manifest.layers.flatMap((layer) =>
  (readData(layer.file).features as AtlasFeature[]).map((feature) => ({ layer, feature })),
);
const idsOf = (through: readonly KnownFeature[]) => through.map(({ feature }) => feature.id);
const viewOf = (link: string): Pick<View, "period" | "filters"> => decode(link);
const strictly = (link: string, known: KnownFigures = null) =>
  idsOf(entries.filter(createStrictSieve(viewOf(link), known)));
const through = (link: string, known: KnownFigures = null) => entries.filter(createSieve(viewOf(link), known));

describe("a filter", () => {
  it("narrows only the records it concerns", () => {
    const left = through("#v=1&f=kind:strike");
    expect(idsOf(left.filter(({ layer }) => layer.id === "strikes"))).toHaveLength(11);
    expect(left.some(({ layer }) => layer.id === "incidents")).toBe(false);
    expect(left.filter(({ layer }) => layer.id === "towns").length).toBeGreaterThan(10);
  });

  it("by radius keeps what is known within it and leaves out events of no known place", () => {
    const ids = strictly("#v=1&f=radius:2000");
    expect(ids).toContain("idlib-2024-01-15");
    expect(ids).toContain("israel-iran-2025-06-13");
    expect(ids).not.toContain("koh-e-sabz-2024-01-16");
    expect(ids).not.toContain("hormozgan-2026-06-25");
  });

  it("by precision has a value for what is not known", () => {
    const ids = strictly("#v=1&f=precision:none");
    expect(ids).toContain("hormozgan-2026-06-25");
    expect(ids).not.toContain("koh-e-sabz-2024-01-16");
  });

  it("by claimant takes a party whoever carried its words", () => {
    expect(partySlug("Jaish al-Adl, by The India Awaaz")).toBe(partySlug("Jaish al-Adl"));
    expect(partySlug("Armée de l’Air")).toBe("armee-de-l-air");
    const ids = strictly("#v=1&f=claimant:jaish-al-adl");
    expect(ids).toContain("koh-e-sabz-2024-01-16");
    expect(ids).toContain("zahedan-court-2025-07-26");
    expect(ids).not.toContain("erbil-2024-01-15");
  });

  it("by actor has a value for records that name nobody", () => {
    expect(strictly("#v=1&f=actor:none")).toContain("saravan-2024-01-27");
    expect(strictly("#v=1&f=actor:armed-forces-of-pakistan")).toEqual(["marg-bar-sarmachar-2024-01-18"]);
  });

  it("by side takes the word of the sources", () => {
    const ids = strictly("#v=1&f=side:PK");
    expect(ids).toContain("koh-e-sabz-2024-01-16");
    expect(ids).not.toContain("marg-bar-sarmachar-2024-01-18");
    expect(strictly("#v=1&f=side:line")).toContain("crossing-mirjaveh-taftan");
  });

  it("by distance or corridor holds records back until the figures are there, and narrows nothing when they fail", () => {
    const key = "strikes/koh-e-sabz-2024-01-16";
    const known: KnownFigures = {
      points: new Map([
        [key, [{ side: "PK", borderMeters: 8600 }]],
        ["ports/port-gwadar", [{ side: "PK", borderMeters: 72_300 }]],
      ]),
      inside: [new Set([key]), new Set()],
    };
    expect(strictly("#v=1&f=to-border:10")).toEqual([]);
    expect(strictly("#v=1&f=to-border:10", known)).toEqual(["koh-e-sabz-2024-01-16"]);
    expect(strictly("#v=1&f=to-border:8.5", known)).toEqual([]);
    expect(strictly("#v=1&f=inside:1", known)).toEqual(["koh-e-sabz-2024-01-16"]);
    expect(strictly("#v=1&f=inside:2", known)).toEqual([]);
    expect(through("#v=1&f=to-border:10", "failed")).toHaveLength(entries.length);
  });

  it("of a tool, of a later version or of nonsense narrows nothing", () => {
    expect(through("#v=1&f=km:120;org:sco;fancy:x;radius:much")).toHaveLength(entries.length);
  });

  it("is changed and taken off without touching the others", () => {
    const filters = { kind: ["strike"], km: ["120"] };
    expect(withFilter(filters, "grade", ["confirmed"])).toEqual({ ...filters, grade: ["confirmed"] });
    expect(withFilter(filters, "kind", [])).toEqual({ km: ["120"] });
    expect(withoutFacets(filters)).toEqual({ km: ["120"] });
  });
});

describe("a period", () => {
  it("keeps undated records, and intervals that touch it", () => {
    const ids = idsOf(through("#v=1&t=2024-01-16/2024-01-18"));
    expect(ids).toContain("koh-e-sabz-2024-01-16");
    expect(ids).toContain("marg-bar-sarmachar-2024-01-18");
    expect(ids).not.toContain("erbil-2024-01-15");
    expect(ids).toContain("port-gwadar");
    expect(strictly("#v=1&t=1871-12-31/1872-01-01")).toEqual(["boundary-1871-1872"]);
  });
});

describe("counts", () => {
  const link = fc
    .record({
      kind: fc.subarray(["strike", "attack", "visit"]),
      grade: fc.subarray(["confirmed", "disputed", "single_source"]),
      party: fc.subarray(["state", "press", "armed_group"]),
      radius: fc.constantFrom([], ["5000"], ["45000"]),
    })
    .map((filters) => Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0)));

  it("say for every value what choosing it alone would let through", () => {
    fc.assert(
      fc.property(link, (filters) => {
        const counts = countFacets(entries, { period: null, filters }, null);
        expect(counts.letThrough).toBe(entries.filter(createSieve({ period: null, filters })).length);
        for (const facet of FACETS) {
          for (const { value, count } of counts.options.get(facet.name) ?? []) {
            const chosen = { period: null, filters: withFilter(filters, facet.name, [value]) };
            const concerned = entries.filter(
              (entry) =>
                createSieve(chosen)(entry) &&
                facet.form === "choice" &&
                facet.valuesOf(entry, { points: null, inside: null }) !== null,
            );
            expect(concerned).toHaveLength(count);
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe("the records let through", () => {
  it("can be those of shown layers, those in view, and only those that a filter concerns", async () => {
    const model = createModel({
      manifest,
      view: decode("#v=1&layers=strikes&f=kind:strike&map=8/36.2/36.5"),
      chrome: "full",
      browserLanguages: ["en"],
      createSieve,
      load: async ({ file }) => readData(file).features,
    });
    await Promise.all(LAYER_IDS.map((id) => model.fetchLayer(id)));
    expect(recordsLetThrough(model, { shownLayersOnly: true })).toHaveLength(11);
    expect(recordsLetThrough(model, { concernedOnly: true })).toHaveLength(11);
    expect(idsOf(recordsLetThrough(model, { inViewOnly: true, concernedOnly: true }))).toEqual(["idlib-2024-01-15"]);
    expect(recordsLetThrough(model).length).toBeGreaterThan(100);
    expect(recordsLetThrough(model).some(({ layer }) => layer.id === "incidents")).toBe(false);
  });

  it("are named in one place for all that need no more than their names", () => {
    expect(FACETS.map(({ name }) => name)).toEqual(FACET_NAMES);
  });

  it("hold every record back until their code has come", async () => {
    const model = createModel({
      manifest,
      view: decode("#v=1&layers=strikes&f=kind:strike"),
      chrome: "full",
      browserLanguages: ["en"],
      load: async ({ file }) => readData(file).features,
    });
    const [first] = entries.filter(({ layer }) => layer.id === "strikes");
    if (!first) throw new Error("no strikes");
    expect(model.letsThrough.value(first)).toBe(false);
    await vi.waitUntil(() => model.letsThrough.value(first), { timeout: 60_000 });
    model.view.value = { ...model.view.value, filters: {} };
    expect(model.letsThrough.value(first)).toBe(true);
  });
});
