import { describe, expect, it } from "vitest";
import { dataVersions, versionFiles } from "../../scripts/embed/versions";
import { isEnough, neededStep, stepBetween } from "../../scripts/packaging/version-step";

const version = (layers: Readonly<Record<string, readonly string[]>>, note = "") =>
  new Map(
    Object.entries(layers).map(([name, ids]) => [
      `${name}.geojson`,
      JSON.stringify({ features: ids.map((id) => ({ id, properties: { note } })) }),
    ]),
  );

describe("the number of a data version", () => {
  const before = version({ ports: ["gwadar", "chabahar"], towns: ["taftan"] });

  it.each([
    ["texts changed", version({ ports: ["gwadar", "chabahar"], towns: ["taftan"] }, "mended"), "patch"],
    ["a record was added", version({ ports: ["gwadar", "chabahar", "jask"], towns: ["taftan"] }), "minor"],
    ["a layer was added", version({ ports: ["gwadar", "chabahar"], towns: ["taftan"], wells: ["one"] }), "minor"],
    ["a record was removed", version({ ports: ["gwadar"], towns: ["taftan", "mand"] }), "major"],
    ["an id was changed", version({ ports: ["port-gwadar", "chabahar"], towns: ["taftan"] }), "major"],
    ["a record moved to another layer", version({ ports: ["gwadar"], towns: ["taftan", "chabahar"] }), "major"],
  ] as const)("moves when %s", (_, after, step) => {
    expect(neededStep(before, after)).toBe(step);
  });

  it("is later only where its first number that differs is greater", () => {
    const steps = ["2.0.0", "1.10.0", "1.9.4", "1.9.3", "1.8.9", "0.99.0"].map((after) => stepBetween("1.9.3", after));
    expect(steps).toEqual(["major", "minor", "patch", null, null, null]);
    expect(isEnough("minor", "patch")).toBe(true);
    expect(isEnough("minor", "major")).toBe(false);
    expect(isEnough(null, "patch")).toBe(false);
  });

  it("of each kept version says enough about what changed since the one before", () => {
    const versions = dataVersions();
    expect(versions.length).toBeGreaterThan(0);
    for (const [at, after] of versions.entries()) {
      const last = versions[at - 1];
      if (last === undefined) continue;
      const needed = neededStep(new Map(versionFiles(last)), new Map(versionFiles(after)));
      expect(isEnough(stepBetween(last, after), needed), `${last} → ${after}: ${needed}`).toBe(true);
    }
  });
});
