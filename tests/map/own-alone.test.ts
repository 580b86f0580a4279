import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { expect, it } from "vitest";
import layersFile from "../../data/layers.json";
import type { Manifest } from "../../src/data/manifest";
import { ownStyle } from "../../src/map/own-style";
import { style } from "../../src/map/style";
import { changeStyle } from "../../src/map/style-change";
import type { Stage } from "../../src/map/style-context";
import { describeOwnLayer } from "../../src/state/own-description";
import { createOwnLayers } from "../../src/state/own-layers";

const shipped = layersFile as unknown as Manifest;
const own = describeOwnLayer(createOwnLayers(), "Wells");
const manifest: Manifest = { ...shipped, layers: [...shipped.layers, own] };
const styleWith = (stage: Stage) =>
  style({
    manifest,
    theme: "light",
    language: "en",
    secondLanguage: null,
    assets: { baseUrl: "https://atlas.example/", words: { schematic: "schematic", km: "km" } },
    visible: ["border", "towns", own.id],
    ownStyle,
    stage,
  });
const isShown = ({ layout }: LayerSpecification) => layout?.visibility !== "none";

it("shows the reader's own layers alone at first, then all but the ground, then all, by changes of visibility only", () => {
  const [alone, groundless, whole] = [styleWith("own"), styleWith("groundless"), styleWith("whole")];
  const shownAlone = alone.layers.filter(isShown).map(({ id }) => id);
  expect(shownAlone).toContain(`${own.id}-symbol`);
  expect(shownAlone.filter((id) => !id.startsWith(own.id))).toEqual([]);
  const ground = whole.layers.filter(({ type }) => type === "background").map(({ id }) => id);
  expect(ground.length).toBeGreaterThan(0);
  expect(groundless.layers.filter(isShown).map(({ id }) => id)).toEqual(
    whole.layers.filter((layer) => isShown(layer) && !ground.includes(layer.id)).map(({ id }) => id),
  );
  const changed: string[] = [];
  changeStyle(
    {
      setPaintProperty: (layer) => changed.push(`${layer} paint`),
      setFilter: (layer) => changed.push(`${layer} filter`),
      setLayerZoomRange: (layer) => changed.push(`${layer} zooms`),
      setLayoutProperty: (layer, name, value) => changed.push(`${layer} ${name} ${value}`),
    },
    alone,
    whole,
  );
  const due = whole.layers.filter((layer) => isShown(layer) && !shownAlone.includes(layer.id));
  expect(changed.map((text) => text.split(" ")[0])).toEqual(due.map(({ id }) => id));
  expect(changed.every((text) => / visibility (?:visible|undefined)$/.test(text))).toBe(true);
});
