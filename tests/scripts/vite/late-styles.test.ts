import { build, type Plugin } from "vite";
import { expect, it } from "vitest";
import { lateStyles } from "../../../scripts/vite/late-styles";

/** A page's script in files that are nowhere on the disk. */
function filesOf(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: "files",
    resolveId: (id) => (id in files ? id : null),
    load: (id) => files[id] ?? null,
  };
}

async function builtScripts(files: Readonly<Record<string, string>>): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    plugins: [filesOf(files), lateStyles()],
    build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: "entry.js" } },
  });
  if (Array.isArray(built) || !("output" in built)) throw new Error("the build has no one output");
  return built.output.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
}

it("puts the style sheets of later parts behind that of the page", async () => {
  const code = await builtScripts({
    "entry.js": `globalThis.open = () => import("part.js");`,
    "part.js": `import "part.css"; globalThis.isOpen = true;`,
    "part.css": "p { color: red }",
  });
  expect(code).toContain("document.body.appendChild(");
  expect(code).not.toContain("document.head.appendChild(");
});

it("tells of a build whose parts would put them elsewhere", async () => {
  await expect(builtScripts({ "entry.js": "globalThis.isOpen = true;" })).rejects.toThrow(/style sheet/);
});
