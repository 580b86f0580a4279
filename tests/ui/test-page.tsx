import { readFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import layersFile from "../../data/layers.json";
import type { AtlasFeature } from "../../src/data/feature";
import type { Language } from "../../src/data/language";
import type { Manifest } from "../../src/data/manifest";
import { createSieve } from "../../src/state/filter";
import { loadTranslations } from "../../src/state/language/translations";
import { createModel, type Model } from "../../src/state/model";
import { createPage, type Page } from "../../src/state/page";
import { decode } from "../../src/state/permalink";
import { LAYER_IDS } from "../../src/state/view";
import { mountApp } from "../../src/ui/App";

const ROOT = join(import.meta.dirname, "../..");
const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** The features of a shipped layer. */
export const shipped = (layer: string): readonly AtlasFeature[] => readJson(`data/${layer}.geojson`).features;

export const catalogue = (language: Language): Record<string, string> =>
  readJson(`src/state/language/catalogue/${language}.json`);

interface TestPageOptions {
  readonly hash?: string;
  readonly language?: Language;
  /** Features by layer; a string makes the layer fail with it. Layers not named are empty. */
  readonly layers?: Readonly<Record<string, readonly AtlasFeature[] | string>>;
  /** Messages in place of the catalogue's. */
  readonly messages?: Record<string, string>;
}

export interface TestPage {
  readonly model: Model;
  readonly page: Page;
  readonly root: HTMLElement;
  readonly unmount: () => void;
}

/** Lets timers, promises and drawing of the next 30 ms pass. */
export const settle = (milliseconds = 30) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A page of the atlas without a map, its layers as given and arrived. */
export async function openPage({
  hash = "",
  language = "en",
  layers = {},
  messages,
}: TestPageOptions = {}): Promise<TestPage> {
  document.body.replaceChildren();
  localStorage.clear();
  const map = Object.assign(document.createElement("div"), { id: "map" });
  map.append(Object.assign(document.createElement("canvas"), { tabIndex: 0 }));
  const root = document.createElement("div");
  document.body.append(map, root);
  const model = createModel({
    manifest: layersFile as unknown as Manifest,
    view: decode(hash),
    chrome: "full",
    browserLanguages: [language],
    createSieve,
    load: async (layer) => {
      const features = layers[layer.id] ?? [];
      if (typeof features === "string") throw new Error(features);
      return features;
    },
  });
  const page = createPage(model, {
    catalogue: async (tag) => messages ?? catalogue(tag),
    translations: loadTranslations,
    measures: () => Promise.reject(new Error("not part of this test")),
  });
  const unmount = mountApp(root, page);
  await Promise.all(LAYER_IDS.map((id) => model.fetchLayer(id)));
  await settle();
  return { model, page, root, unmount };
}

/** The first element that matches and whose accessible name or text contains `name`; throws when there is none. */
export function find<T extends HTMLElement>(selector: string, name = ""): T {
  const nameOf = (element: Element) => element.getAttribute("aria-label") ?? element.textContent ?? "";
  const found = [...document.querySelectorAll<T>(selector)].find((element) => nameOf(element).includes(name));
  if (!found) throw new Error(`no ${selector} named “${name}”`);
  return found;
}

export async function press(element: HTMLElement): Promise<void> {
  element.focus();
  element.click();
  await settle();
}

export async function type(input: HTMLInputElement, text: string): Promise<void> {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settle(60);
}

export async function key(element: HTMLElement, name: string): Promise<void> {
  element.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  await settle();
}

/** Waits until `probe` answers something; the parts of the page arrive as modules, which takes seconds on a busy machine. */
export function until<T>(probe: () => T | null | undefined | false): Promise<T> {
  return vi.waitUntil(probe, { timeout: 60_000, interval: 20 }) as Promise<T>;
}
