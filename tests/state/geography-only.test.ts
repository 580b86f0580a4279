import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AtlasFeature } from "../../src/data/feature";
import type { Lesson } from "../../src/data/lesson";
import type { Manifest } from "../../src/data/manifest";
import type { Source } from "../../src/data/source";
import { featureKey } from "../../src/state/feature-key";
import { createSieve } from "../../src/state/filter";
import { geographySources } from "../../src/state/geography-sources";
import { visibleLessons, visibleSteps } from "../../src/state/lesson-steps";
import { LESSON_IDS } from "../../src/state/lessons";
import { recordsLetThrough } from "../../src/state/let-through";
import { listFeatures, SORT_ORDERS } from "../../src/state/listing";
import { createModel, DEFAULT_SETTINGS, type Model } from "../../src/state/model";
import { decode, encode } from "../../src/state/permalink";
import { createGazetteer } from "../../src/state/search";
import { LAYER_IDS, START_VIEW, type View } from "../../src/state/view";

const DATA = join(import.meta.dirname, "../../data");
const read = (path: string) => JSON.parse(readFileSync(join(DATA, path), "utf8"));
const manifest = read("layers.json") as Manifest;
const filed = manifest.layers.flatMap((layer) =>
  (read(layer.file).features as AtlasFeature[]).map((feature) => ({ layer, feature })),
);
const sources = new Map((read("sources.json").sources as Source[]).map((source) => [source.id, source]));

/** Words that no text of geography alone has a use for. */
const VIOLENCE =
  /\b(hit|strikes?|struck(?! by the earthquake)|attack\w*|missiles?|bomb\w*|kill\w*|casualt\w*|militan\w*|terror\w*|drones?|shell(ed|ing)|raids?|wound\w*|injur\w*|clash\w*|gunmen|suicide|deadly|retaliat\w*)\b/i;
const VIOLENT_KINDS = ["strike", "attack", "clash"];

const conflicting = filed.filter(
  ({ layer, feature }) =>
    layer.conflict ||
    VIOLENT_KINDS.includes(feature.properties.kind) ||
    ("conflict" in feature.properties && feature.properties.conflict === true),
);
const conflictKeys = new Set(conflicting.map(({ layer, feature }) => featureKey({ layer: layer.id, id: feature.id })));

/** A page with everything loaded. */
async function openPage(view: View, geographyOnly: boolean): Promise<Model> {
  const model = createModel({
    manifest,
    load: async (layer) => filed.filter((known) => known.layer.id === layer.id).map(({ feature }) => feature),
    view,
    chrome: "full",
    browserLanguages: ["en"],
    createSieve,
    settings: { ...DEFAULT_SETTINGS, geographyOnly },
  });
  await Promise.all(LAYER_IDS.map((id) => model.fetchLayer(id)));
  return model;
}

/** Every English text in a value that a reader could meet; not what was revised, nor ids. */
function textsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /^[a-z0-9-]+$/.test(value) ? [] : [value];
  if (typeof value !== "object" || value === null || ["history", "ur", "fa", "bal"].includes(key)) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, name));
}

/** Everything that shows records: what the page knows, lists, finds, draws and lets through. */
function shownBy(model: Model): readonly string[] {
  const known = model.features.value;
  const find = createGazetteer([...known.values()]);
  const hits = conflicting.flatMap(({ feature }) => find(feature.properties.title.en, 20));
  const rows = SORT_ORDERS.flatMap((order) =>
    listFeatures(known.values(), { language: "en", order, text: "", layer: null }),
  );
  const drawn = model.layers.value.flatMap((layer) => {
    const state = model.stateOf(layer);
    return state.status === "ready" ? state.features.map((feature) => ({ layer, feature })) : [];
  });
  const entries = [...known.values(), ...hits, ...rows, ...drawn, ...recordsLetThrough(model)];
  return entries.map(({ layer, feature }) => featureKey({ layer: layer.id, id: feature.id }));
}

const views = fc
  .record({
    layers: fc.subarray([...LAYER_IDS]),
    selected: fc.constantFrom(...conflictKeys),
    related: fc.constantFrom(...conflictKeys),
    period: fc.constantFrom("", "2024-01-01/2024-01-31"),
    kind: fc.constantFrom("", "kind:strike", "kind:attack;grade:confirmed"),
  })
  .map(({ layers, selected, related, period, kind }) =>
    decode(`#v=1&layers=${layers.join(",")}&sel=${selected}&from=${related}&to=border&t=${period}&f=${kind}`),
  );

describe("geography only", () => {
  it("lets nothing of the conflict through, whatever a link asks for, by setting and by link", async () => {
    await fc.assert(
      fc.asyncProperty(views, fc.boolean(), async (view, isByLink) => {
        const model = await openPage(view, !isByLink);
        model.setGeographyOnly(true);
        const page = isByLink ? await openPage(decode(encode(model.view.value)), false) : model;
        expect(shownBy(page).filter((key) => conflictKeys.has(key))).toEqual([]);
        expect(page.selected.value).toBeNull();
        expect(page.layers.value.filter(({ conflict }) => conflict)).toEqual([]);
        expect(page.visibleLayers.value.filter(({ conflict }) => conflict)).toEqual([]);
        expect(decode(encode(page.view.value)).filters.geography).toEqual(["only"]);
      }),
      { numRuns: 25 },
    );
  });

  it("shows everything again when it is switched off", async () => {
    const model = await openPage(START_VIEW, true);
    model.setGeographyOnly(false);
    expect(model.features.value.size).toBe(filed.length);
    expect(encode(model.view.value)).toBe(encode(START_VIEW));
  });

  it("leaves no word of violence in any record, headline or lesson that it shows", async () => {
    const model = await openPage(START_VIEW, true);
    const shownSources = geographySources(sources);
    const cited = new Set<string>();
    const texts = [...model.features.value.values()].flatMap(({ feature }) => {
      JSON.stringify(feature.properties, (_, value: unknown) => {
        if (typeof value === "string" && sources.has(value)) cited.add(value);
        return value;
      });
      return textsIn(feature.properties);
    });
    const headlines = [...cited].flatMap((id) => textsIn(shownSources.get(id)?.title));
    const lessons = LESSON_IDS.map((id) => read(`lessons/${id}.json`) as Lesson);
    const taught = visibleLessons(lessons, true).flatMap((lesson) => [
      lesson.title.en,
      lesson.goal.en,
      ...visibleSteps(lesson, true).flatMap(({ step }) => textsIn({ ...step, view: "" })),
    ]);
    expect(texts.length).toBeGreaterThan(1000);
    expect(taught.length).toBeGreaterThan(100);
    expect([...texts, ...headlines, ...taught].filter((text) => VIOLENCE.test(text))).toEqual([]);
  });
});
