import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compactFiles } from "../../../scripts/vite/compact-data";

const ports = readFileSync(new URL("../../../data/ports.geojson", import.meta.url));

it("takes white space out of shipped data and nothing else", () => {
  const files = [
    {
      type: "asset" as const,
      fileName: "assets/ports-1.geojson",
      source: new Uint8Array(ports) as string | Uint8Array,
    },
    { type: "asset" as const, fileName: "index.html", source: "<p>\n two\n</p>" as string | Uint8Array },
    { type: "chunk" as const, fileName: "assets/start.js" },
  ];
  compactFiles(files);
  const [data, page, script] = files;
  expect(data?.source).not.toContain("\n");
  expect(JSON.parse(String(data?.source))).toEqual(JSON.parse(ports.toString("utf8")));
  expect(page?.source).toBe("<p>\n two\n</p>");
  expect(script).toEqual({ type: "chunk", fileName: "assets/start.js" });
});
