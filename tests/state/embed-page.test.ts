import { expect, it } from "vitest";
import { embedPage } from "../../src/state/embed-page";

it.each([
  [null, null, null, "embed.html"],
  ["en", null, null, "embed.html"],
  ["ur", null, null, "embed/ur/"],
  ["en", "1.0.0", null, "embed/1.0.0/"],
  ["fa", "1.0.0", null, "embed/1.0.0/fa/"],
  ["en", null, "cpec", "embed/cpec/"],
  ["fa", null, "cpec", "embed/cpec/fa/"],
  ["ur", "1.0.0", "cpec", "embed/1.0.0/cpec/ur/"],
  ["../evil", null, null, "embed.html"],
])("the page in %s, of version %s, for the view %s is %s", (language, version, view, page) => {
  expect(embedPage({ language, version, view, data: null })).toBe(page);
});

it("is the one beside the atlas for the reader's own data, whose address may be relative", () => {
  expect(embedPage({ language: "fa", version: "1.0.0", view: null, data: "events.csv" })).toBe("embed.html");
});
