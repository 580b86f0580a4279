// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { TOOLS } from "../../src/ui/tools";
import { catalogue, openPage, press, settle, shipped, type TestPage, until } from "./test-page";

/** English in brackets that nothing else writes: what stands on the page without them does not come from a catalogue. */
const PSEUDO = Object.fromEntries(Object.entries(catalogue("en")).map(([key, text]) => [key, `⟦${text}⟧`]));

let open: TestPage | null = null;
afterEach(() => {
  open?.unmount();
  open = null;
});

/** What is the same in every language: names of the atlas and of languages, keys, addresses, credits, units, texts of data. */
const SAME =
  "kbd, bdi, code, textarea, option[lang], .bar__name, [lang], .layer__more .quiet, .foot__credits, a[href^=https]";

const DATE = /\d{1,2} \p{L}+ \d{4}/gu;

/** Every text in a parsed file, however deep. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value.trim()];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** The texts that files of the data hold beside the records: layers, views, lessons, the words of the classroom. */
const WRITTEN = ["data", "data/lessons"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => textsOf(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")))),
);

/** Words outside of any bracket, with where they stand; numbers and punctuation alone are no words. */
function wordsOutside(root: Element, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const inMessages = (text: string) => text.replace(/⟦[^⟦⟧]*⟧/g, "").replace(/⟦[^⟦⟧]*⟧/g, "");
  const look = (text: string, where: string) => {
    const rest = inMessages(text).replace(DATE, "").trim();
    if (/\p{L}{2}/u.test(rest) && !known.has(text.trim())) found.push(`${where}: ${rest.slice(0, 80)}`);
  };
  for (const element of root.querySelectorAll("*")) {
    // The page as a whole names its language, and is asked all the same.
    if (element.closest(SAME) && !element.closest(SAME)?.classList.contains("page")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      look(element.getAttribute(name) ?? "", `${element.tagName} ${name}`);
    }
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    if (own.length > 0 && !element.querySelector("*")) look(element.textContent ?? "", element.tagName);
    else for (const node of own) look(node.textContent ?? "", element.tagName);
  }
  return found;
}

it("no word on the page comes from elsewhere than a catalogue or the data", async () => {
  open = await openPage({
    messages: PSEUDO,
    layers: { border: shipped("border"), ports: shipped("ports"), crossings: shipped("crossings") },
  });
  const { model, root } = open;
  const names = [...model.features.value.values()].map(({ feature }) => feature.properties.title.en);
  const known = new Set([...WRITTEN, ...names]);
  const outside: string[] = [];
  const look = (what: string) => {
    for (const words of wordsOutside(root, known)) outside.push(`${what}: ${words}`);
  };
  for (const tab of ["explore", "list", ...TOOLS.filter(({ place }) => place === "tab").map(({ id }) => id)]) {
    await press(await until(() => document.getElementById(`tab-${tab}`)));
    await until(() => !document.body.textContent?.includes(PSEUDO["part.loading"] ?? ""));
    await settle();
    look(tab);
  }
  expect(outside).toEqual([]);
});
