import { expect, it } from "vitest";
import { withPlainNamespaces } from "../../../scripts/vite/plain-namespaces";

const helper = 'import { n as __exportAll } from "./rolldown-runtime-1.js";\n';
const rest = 'import { a } from "./start-1.js";\n';

it("makes an object of one name without the helper", () => {
  const code = `${helper}${rest}var List_exports = /* @__PURE__ */ __exportAll({ default: () => List });`;
  expect(withPlainNamespaces(code)).toBe(
    `${rest}var List_exports = /* @__PURE__ */ { get default() { return List; } };`,
  );
});

it("leaves alone what needs the helper", () => {
  const two = `${helper}var both = __exportAll({ a: () => a, b: () => b });`;
  const other = `import { r as __toESM, n as __exportAll } from "./rolldown-runtime-1.js";\n__exportAll({ a: () => a });`;
  for (const code of [rest, two, other]) expect(withPlainNamespaces(code)).toBe(code);
});
