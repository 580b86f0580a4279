// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true } }
import { afterEach, expect, it } from "vitest";
import { fetchPart } from "../../src/fetch-part";

const PAGE = "https://atlas.example/assets/start.js";
const links = () => [...document.querySelectorAll("link")];
const hasSettled = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), new Promise((resolve) => setTimeout(() => resolve(false), 20))]);

afterEach(() => document.body.replaceChildren());

it("asks for code and sheet at once, behind what the page has, and waits for both", async () => {
  document.body.innerHTML = "<main></main>";
  let isCodeAsked = false;
  const load = async () => {
    isCodeAsked = true;
    return "part";
  };
  const part = fetchPart(load, ["./part-1.css", "./shared-1.js"], PAGE);
  expect(isCodeAsked).toBe(true);
  expect(links().map(({ rel, href }) => [rel, href])).toEqual([
    ["stylesheet", "https://atlas.example/assets/part-1.css"],
    ["modulepreload", "https://atlas.example/assets/shared-1.js"],
  ]);
  expect(document.body.lastElementChild).toBe(links()[1]);
  expect(await hasSettled(part)).toBe(false);
  links()[0]?.dispatchEvent(new Event("load"));
  expect(await part).toBe("part");
  // Nothing is asked for twice.
  expect(await fetchPart(load, ["./part-1.css"], PAGE)).toBe("part");
  expect(links()).toHaveLength(2);
});

it("gives a part without its sheet when that does not come, and asks for it anew the next time", async () => {
  const load = async () => "part";
  const part = fetchPart(load, ["./lost-1.css"], PAGE);
  links()[0]?.dispatchEvent(new Event("error"));
  expect(await part).toBe("part");
  expect(links()).toEqual([]);
  const again = fetchPart(load, ["./lost-1.css"], PAGE);
  links()[0]?.dispatchEvent(new Event("load"));
  expect(await again).toBe("part");
});

it("tells of code that does not come", async () => {
  await expect(fetchPart(() => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
});
