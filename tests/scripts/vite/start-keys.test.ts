import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keysAskedBy, staticModules } from "../../../scripts/vite/start-keys";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sarhad-keys-"));
  mkdirSync(join(folder, "ui"));
  writeFileSync(
    join(folder, "main.ts"),
    'import { bar } from "./ui/bar";\nimport type { T } from "./ui/types";\nconst later = () => import("./ui/later");\ntranslate("app.title");\n',
  );
  writeFileSync(join(folder, "ui/bar.tsx"), "export const bar = translate(`unit.$" + "{name}`);\n");
  writeFileSync(join(folder, "ui/types.ts"), 'export type T = "only.type";\n');
  writeFileSync(join(folder, "ui/later.ts"), 'translate("measure.from");\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("follows static imports, not types and not what is fetched on use", () => {
  expect(staticModules(join(folder, "main.ts")).map((path) => basename(path))).toEqual(["main.ts", "bar.tsx"]);
});

it("knows keys by name and by their beginning", () => {
  const isAsked = keysAskedBy(staticModules(join(folder, "main.ts")));
  expect(["app.title", "unit.km", "measure.from", "only.type"].filter(isAsked)).toEqual(["app.title", "unit.km"]);
});
