import { build, type Plugin } from "vite";
import { expect, it } from "vitest";
import { partFetching, withPlainFetching } from "../../../scripts/vite/part-fetching";

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
    plugins: [filesOf(files), partFetching()],
    build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: "entry.js" } },
  });
  if (Array.isArray(built) || !("output" in built)) throw new Error("the build has no one output");
  return built.output.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
}

it("fetches the parts of the page in our way, in every build that has parts", async () => {
  const code = await builtScripts({
    "entry.js": `globalThis.open = () => import("part.js");`,
    "part.js": `import "part.css"; globalThis.isOpen = true;`,
    "part.css": "p { color: red }",
  });
  expect(code).toContain("document.body.append(");
  expect(code).not.toContain("document.head");
  await expect(builtScripts({ "entry.js": "globalThis.isOpen = true;" })).rejects.toThrow(/does not ask/);
});

it("asks for a part without taking names out of it, and without saying who asks", () => {
  const code = `const { open } = await fetchPart(async () => {
    const { open } = await import("./part-1.js").then((n) => n.t);
    return { open };
  }, __VITE_PRELOAD__, import.meta.url);`;
  expect(withPlainFetching(code)).toBe(
    `const { open } = await fetchPart(() => import("./part-1.js").then((n) => n.t), __VITE_PRELOAD__);`,
  );
  const other = `async () => { const { open } = await import("./part-1.js"); return { close }; }; new URL("a", import.meta.url);`;
  expect(withPlainFetching(other)).toBe(other);
});
