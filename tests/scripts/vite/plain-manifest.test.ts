import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { manifestPart } from "../../../scripts/vite/plain-manifest";

const json = readFileSync(new URL("../../../data/layers.json", import.meta.url), "utf8");

interface Titled {
  readonly layers: readonly { readonly id: string; readonly title: object }[];
}

it("splits the titles of the layers by language and loses none", () => {
  const whole = JSON.parse(json) as Titled;
  const start = manifestPart(json, "start") as Titled;
  const titles = manifestPart(json, "titles") as Readonly<Record<string, object>>;
  expect(start.layers.map(({ id }) => id)).toEqual(whole.layers.map(({ id }) => id));
  for (const [index, { id, title }] of whole.layers.entries()) {
    expect(Object.keys(start.layers[index]?.title ?? {})).toEqual(["en"]);
    expect({ ...start.layers[index]?.title, ...titles[id] }).toEqual(title);
  }
  expect(JSON.stringify(start)).not.toMatch(/"(?:description|extent)"/);
});
