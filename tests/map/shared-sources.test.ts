import { describe, expect, it } from "vitest";
import layers from "../../data/layers.json";
import type { Manifest } from "../../src/data/manifest";
import { cameFrom, setShared, sharingOf } from "../../src/map/shared-sources";

const sharing = sharingOf(layers as unknown as Manifest);
const point = (id: string): GeoJSON.Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [62, 27] },
  properties: { id },
});
const collection = (...features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: "FeatureCollection",
  features,
});

describe("setShared", () => {
  it("sets what changes together once, and keeps what the other sources held", async () => {
    const told: [string, string[]][] = [];
    const set = setShared((source, { features }) => {
      told.push([source, features.map(({ properties }) => `${cameFrom(source, properties)}:${properties?.id}`)]);
    }, sharing);
    set("ports", collection(point("gwadar")));
    set("strikes", collection(point("panjgur")));
    await Promise.resolve();
    expect(told).toHaveLength(1);
    expect(told[0]?.[0]).toBe("records");
    expect(told[0]?.[1].toSorted()).toEqual(["ports:gwadar", "strikes:panjgur"]);
    set("strikes", collection());
    await Promise.resolve();
    expect(told[1]).toEqual(["records", ["ports:gwadar"]]);
  });

  it("sets areas, shapes of tools and own layers at once, as they are", () => {
    const told: [string, GeoJSON.FeatureCollection][] = [];
    const set = setShared((source, features) => told.push([source, features]), sharing);
    for (const source of ["provinces", "overlays", "own-1"]) {
      const features = collection(point(source));
      set(source, features);
      expect(told.at(-1)).toEqual([source, features]);
    }
  });
});
