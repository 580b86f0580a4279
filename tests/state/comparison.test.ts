import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AtlasFeature } from "../../src/data/feature";
import type { Manifest } from "../../src/data/manifest";
import { compareClaims, comparisonOf, eventsOf, eventsOn, sideText } from "../../src/state/comparison";
import type { KnownFeature } from "../../src/state/known-features";
import { decode, encode } from "../../src/state/permalink";
import { START_VIEW } from "../../src/state/view";

const readData = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, "../../data", file), "utf8"));
const features = new Map<string, KnownFeature>();
for (const layer of (readData("layers.json") as Manifest).layers) {
  for (const feature of readData(layer.file).features as AtlasFeature[]) {
    features.set(`${layer.id}/${feature.id}`, { layer, feature });
  }
}
const events = eventsOf(features);

describe("a comparison", () => {
  it("of any two events comes back from its link", () => {
    for (const { reference } of events) {
      const side = { kind: "record", reference } as const;
      const filters = { compare: [sideText(side), sideText({ kind: "date", date: "2024-01-18" })] };
      expect(comparisonOf(decode(encode({ ...START_VIEW, filters })))).toEqual([
        side,
        { kind: "date", date: "2024-01-18" },
      ]);
    }
  });

  it("reads what it can and leaves the rest open", () => {
    const link = "#v=1&f=compare:open,strikes.koh-e-sabz-2024-01-16";
    expect(comparisonOf(decode(link))[0]).toBeNull();
    expect(comparisonOf(decode(link))[1]).toMatchObject({ kind: "record" });
    expect(comparisonOf(decode("#v=1&f=compare:..,2024-1"))).toEqual([null, null]);
    expect(comparisonOf(decode("#v=1"))).toEqual([null, null]);
  });

  it("of a date has all events whose days touch it", () => {
    const ids = (date: string) => eventsOn({ kind: "date", date }, events).map(({ reference }) => reference.id);
    expect(ids("2024-01-15")).toEqual(["erbil-2024-01-15", "idlib-2024-01-15"]);
    expect(ids("2026-03-02")).toEqual(["customs-order-2026", "konarak-2026-03-01"]);
    expect(ids("1871")).toEqual(["boundary-1871-1872"]);
    expect(ids("1999-01-01")).toEqual([]);
  });

  it("puts each party's words beside each other, denials with what they deny", () => {
    const sides = ["koh-e-sabz-2024-01-16", "marg-bar-sarmachar-2024-01-18"].map((id) =>
      eventsOn({ kind: "record", reference: { layer: "strikes", id } }, events),
    );
    const rows = compareClaims(sides);
    const counted = (side: number) => rows.reduce((sum, row) => sum + (row.sides[side]?.length ?? 0), 0);
    expect(counted(0)).toBe(sides[0]?.[0]?.record.claims.length);
    expect(counted(1)).toBe(sides[1]?.[0]?.record.claims.length);
    const subjects = rows.map(({ about }) => about);
    expect(subjects).toEqual([...subjects].sort((a, b) => subjects.indexOf(a) - subjects.indexOf(b)));
  });
});
