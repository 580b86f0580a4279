import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readCatalogues, readLightInput } from "../../scripts/embed/input";
import { lightMessages } from "../../scripts/embed/messages";
import { dataScript, LATER_LAYERS, type LightInput, packLater, packStart, packWords } from "../../scripts/embed/pack";
import { packCards, packPublishers } from "../../scripts/embed/pack-cards";
import { drawEmbedPoster } from "../../scripts/embed/poster";
import { LANGUAGES, type Language } from "../../src/data/language";
import { cardFileOf } from "../../src/embed/card-file";
import { pictureOf } from "../../src/embed/drawing";
import {
  addCards,
  addLayers,
  cardOf,
  createSession,
  headingOf,
  mergedLink,
  selectedFeature,
  viewOf,
  visibleLayers,
} from "../../src/embed/light-session";
import { numbersOf, textOfNumbers } from "../../src/embed/line-text";
import { LIGHT_MESSAGE_KEYS, TOOL_MESSAGE_KEYS } from "../../src/embed/message-keys";
import { wordsOf } from "../../src/embed/packed-text";
import { lightTranslator } from "../../src/embed/speak";
import { unpackLayers, unpackTicks } from "../../src/embed/unpack";
import { frameOf } from "../../src/picture/frame";
import { drawMap } from "../../src/picture/map-drawing";
import { PALETTES } from "../../src/picture/palette";
import { FULL_DETAIL } from "../../src/picture/path";
import { translator } from "../../src/state/language/translate";
import { decode } from "../../src/state/permalink";

const SOURCE = join(import.meta.dirname, "../../src");
let input: LightInput;
beforeAll(() => {
  input = readLightInput();
});

const packLight = (from: LightInput, language: Language) => ({ ...packStart(from), ...packWords(from, language) });

describe("what the light map is packed from", () => {
  it.each(LANGUAGES)("holds every record of every layer in %s, with its text and its sources", (language) => {
    const titleOf = new Map(input.register.sources.map(({ id, title }) => [id, title]));
    const packed = [packLight(input, language), ...LATER_LAYERS.map((id) => packLater(input, id, language))];
    const unpacked = new Map(packed.flatMap((part) => [...unpackLayers(part, language)]));
    for (const [layer, { features }] of input.collections) {
      const files = packCards(input, layer, language);
      for (const { id, properties } of features) {
        const entry = unpacked.get(`${layer}/${id}`);
        const title = properties.title[language] ?? properties.title.en;
        expect(wordsOf(entry?.title ?? "")).toBe(title);
        expect(typeof entry?.title === "string").toBe(properties.title[language] !== undefined);
        expect(entry?.feature.properties.title[language] ?? entry?.feature.properties.title.en).toBe(title);
        const file = files[cardFileOf({ layer, id })];
        const card = file?.cards[id];
        expect(wordsOf(card?.summary ?? "")).toBe(properties.summary[language] ?? properties.summary.en);
        const titles = properties.sources.map((source) => titleOf.get(source));
        expect(card?.sources.map((number) => file?.sources[number]?.title)).toEqual(titles);
        if ("claims" in properties) {
          const statements = properties.claims.map(({ statement }) => statement[language] ?? statement.en);
          expect(card?.claims?.map(({ statement }) => wordsOf(statement))).toEqual(statements);
          const names = new Set(properties.claims.map(({ claimant }) => claimant.name));
          expect(new Set(entry?.packed.claims?.map(({ claimant }) => claimant.name))).toEqual(names);
        }
      }
    }
  });

  it.each([
    ["en", "partner", "denied"],
    ["ur", "شراکت دار", "تردید شدہ"],
    ["fa", "شریک", "رد شده"],
  ] as const)("says in %s how a country stands to what it is named with", (language, partner, denied) => {
    // Saudi Arabia is a partner of the SCO; that it joined CPEC was denied.
    const saudi = packCards(input, "memberships", language).flatMap(({ cards }) => cards["country-sa"] ?? []);
    const standings = saudi.flatMap(({ memberships = [] }) =>
      memberships.map(({ organisation, standing }) => [organisation, standing]),
    );
    expect(standings).toEqual([
      ["sco", partner],
      ["cpec", denied],
    ]);
  });

  it("knows which country a record is about and what it belongs to: a map names it once, and a filter finds it", () => {
    const features = unpackLayers(packLater(input, "memberships", "en"), "en");
    // India joined the SCO in 2017, and founded the North–South corridor with Iran and Russia.
    const { country, memberships = [] } = features.get("memberships/country-in")?.packed ?? {};
    expect(country).toBe("IN");
    expect(memberships.map(({ organisation }) => organisation)).toEqual(expect.arrayContaining(["sco", "instc"]));
    const session = createSession(packLight(input, "en"), decode("#v=1&map=3.4/31/58&layers=border,memberships"));
    addLayers(session, packLater(input, "memberships", "en"));
    const picture = pictureOf(session, "light");
    const frame = frameOf(picture.view.camera, 1024, 500);
    const { map } = drawMap(picture, { frame, detail: FULL_DETAIL, isInteractive: true, prefix: "", labelLimit: 999 });
    expect(map.match(/<text[^>]*>India</gi)).toHaveLength(1);
    expect(map.match(/<text[^>]*>Nepal</gi)).toHaveLength(1);
  });

  it("shows the countries that have joined the organisation of its link, and no other", () => {
    const session = createSession(packLight(input, "en"), decode("#v=1&layers=border,memberships&f=org:eco"));
    addLayers(session, packLater(input, "memberships", "en"));
    const { features = [] } = visibleLayers(session).find(({ layer }) => layer.id === "memberships") ?? {};
    // The ten members of ECO, by its own list.
    const codes = ["af", "az", "ir", "kg", "kz", "pk", "tj", "tm", "tr", "uz"];
    expect(features.map(({ id }) => id).toSorted()).toEqual(codes.map((code) => `country-${code}`));
  });

  it("tells who published what each event rests on", () => {
    const { names, events } = packPublishers(input);
    const strikes = input.collections.get("strikes")?.features ?? [];
    expect(strikes.length).toBeGreaterThan(5);
    for (const { id, properties } of strikes) {
      const houses = events[`strikes/${id}`]?.map((place) => names[place] ?? "") ?? [];
      const publishers = input.register.sources
        .filter((source) => "sources" in properties && properties.sources.includes(source.id))
        .map(({ publisher }) => publisher);
      expect(houses.length).toBeGreaterThan(0);
      expect(houses.some((house) => publishers.some((publisher) => publisher.includes(house)))).toBe(true);
    }
  });

  it("keeps the kilometre marks to six metres and half a degree", () => {
    const ticks = unpackTicks(packStart(input).ticks);
    expect(ticks.map(({ km }) => km)).toEqual(input.ticks.map(({ km }) => km));
    for (const [at, { bearing, point }] of input.ticks.entries()) {
      expect(Math.abs((ticks[at]?.bearing ?? 999) - bearing)).toBeLessThanOrEqual(0.5);
      for (const axis of [0, 1] as const) expect(ticks[at]?.point[axis]).toBeCloseTo(point[axis], 3);
    }
  });

  it("writes whole numbers as text and reads them again", () => {
    // The example of the Encoded Polyline Format: 38.5, −120.2 in steps of 1e-5.
    expect(textOfNumbers([3_850_000, -12_020_000])).toBe("_p~iF~ps|U");
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 29), max: 2 ** 29 - 1 })), (numbers) => {
        expect(numbersOf(textOfNumbers(numbers))).toEqual(numbers);
      }),
    );
    expect(createSession(packLight(input, "en"), decode("")).base.land).toEqual(input.base.land);
  });

  it("keeps the border to within six metres, and points as they are", () => {
    const unpacked = unpackLayers(packLight(input, "en"), "en");
    const border = input.collections.get("border")?.features.find(({ geometry }) => geometry?.type !== "Point");
    const drawn = unpacked.get(`border/${border?.id}`)?.feature.geometry;
    const before = border?.geometry?.type === "LineString" ? border.geometry.coordinates : [];
    const after = drawn?.type === "MultiLineString" ? (drawn.coordinates[0] ?? []) : [];
    expect(before.length).toBeGreaterThan(100);
    // Steps of 0.0001° are rounded by at most 0.00005°: 5.6 m along a meridian.
    for (const [lng = 0, lat = 0] of [before[0] ?? [], before.at(-1) ?? []]) {
      const nearest = Math.min(...after.map(([x = 0, y = 0]) => Math.max(Math.abs(x - lng), Math.abs(y - lat))));
      expect(nearest).toBeLessThanOrEqual(0.000051);
    }
    const port = input.collections.get("ports")?.features[0];
    expect(unpacked.get(`ports/${port?.id}`)?.feature.geometry).toEqual(port?.geometry);
  });

  it("is a script that hands over and does nothing else", () => {
    const heard: unknown[] = [];
    const script = { dispatchEvent: (event: CustomEvent) => heard.push(event.detail) };
    new Function("document", "CustomEvent", dataScript({ text: "</script>\u2028" }))(
      { currentScript: script },
      CustomEvent,
    );
    expect(heard).toEqual([{ text: "</script>\u2028" }]);
    expect(dataScript({ text: "</script>" })).not.toContain("</script");
  });
});

describe("the words of the light map", () => {
  const files = ["embed", "picture"].flatMap((folder) =>
    readdirSync(join(SOURCE, folder))
      .filter((file) => file.endsWith(".ts") && !file.startsWith("worksheet"))
      .map((file) => readFileSync(join(SOURCE, folder, file), "utf8")),
  );

  it("are all that its code asks for, with those of its tools for pictures in files", () => {
    const covered = (key: string) =>
      [...LIGHT_MESSAGE_KEYS, ...TOOL_MESSAGE_KEYS.filter((known) => known === "on-picture.")].some((known) =>
        /[.-]$/.test(known) ? key.startsWith(known) : key === known,
      );
    const asked = files.flatMap((text) =>
      [...text.matchAll(/translate\(\s*(?:\w+ \? )?["`]([a-z][a-z0-9.-]*)/g)].map((match) => match[1] ?? ""),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !covered(key))).toEqual([]);
  });

  it.each(LANGUAGES)("are said in %s as the atlas says them", (language) => {
    const catalogue = readCatalogues()[language];
    const light = lightTranslator(lightMessages(catalogue), language);
    const full = translator(catalogue, language);
    for (const key of Object.keys(lightMessages(catalogue))) {
      const names = [...(catalogue[key] ?? "").matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "");
      for (const count of [0, 1, 2, 5, 11]) {
        const values = Object.fromEntries(names.map((name) => [name, name === "count" ? count : `<${name}>`]));
        expect(light(key, values), key).toBe(full(key, values));
      }
    }
    expect(() => light("no.such-key")).toThrow(RangeError);
  });
});

describe("the view of a frame", () => {
  it("is the curated one with what the address changes", () => {
    const { view, language } = viewOf("#v=1&map=6/27/62&layers=border,strikes", "#v=1&lang=fa&theme=dark", ["en-GB"]);
    expect(view).toMatchObject({ layers: ["border", "strikes"], theme: "dark", camera: { zoom: 6 } });
    expect(language).toBe("fa");
    expect(mergedLink("", "")).toBe("#");
    expect(viewOf("", "", ["ur-PK", "en"]).language).toBe("ur");
  });

  it("names curated views, selected records and layers", () => {
    const data = packLight(input, "en");
    const heading = (link: string) => headingOf(createSession(data, decode(link)));
    expect(heading("#v=1&lang=en&theme=dark&pin=1.0.0").title).toBe(input.views.views[0]?.title.en);
    expect(heading("#v=1&sel=ports/port-gwadar").title).toContain("Gwadar");
    expect(heading("#v=1&layers=border").summary).toContain("The border");
    expect(heading("#v=1&layers=").summary).toBe("");
  });

  it("lets through what the period and the filters let through", () => {
    const data = packLight(input, "en");
    const shown = (link: string) =>
      visibleLayers(createSession(data, decode(link)))
        .find(({ layer }) => layer.id === "strikes")
        ?.features.map(({ id }) => id);
    expect(shown("#v=1&t=2024-01-16/2024-01-16")).toEqual(["koh-e-sabz-2024-01-16"]);
    expect(shown("#v=1&f=weapon:artillery")).toEqual([]);
    expect(shown("#v=1&layers=border")).toBeUndefined();
  });

  it("shows nothing of the conflict when its link asks for geography only", () => {
    const data = packLight(input, "en");
    const selected = data.layers.flatMap(({ layer, features }) =>
      layer.conflict ? features.map(({ id }) => `${layer.id}/${id}`) : [],
    );
    expect(selected.length).toBeGreaterThan(5);
    for (const key of selected) {
      const session = createSession(data, decode(`#v=1&layers=border,strikes,incidents&sel=${key}&f=geography:only`));
      expect(visibleLayers(session).filter(({ layer }) => layer.conflict)).toEqual([]);
      expect(headingOf(session).summary).not.toMatch(/strike/i);
      expect(selectedFeature(session)).toBeNull();
    }
  });

  it("leaves out of a place's card what touches on conflict when its link asks for geography only", () => {
    const files = packCards(input, "ports", "en");
    const read = (id: string, link: string) => {
      const session = createSession(packLight(input, "en"), decode(link));
      for (const cards of files) addCards(session, cards);
      return cardOf(session, { layer: "ports", id });
    };
    const touched = files
      .flatMap(({ cards }) => Object.entries(cards))
      .filter(([, { states }]) => states?.some(({ conflict }) => conflict));
    const telling = files.flatMap(({ sources }) =>
      sources.filter(({ conflict }) => conflict).map(({ title }) => title),
    );
    expect(touched.length).toBeGreaterThan(0);
    for (const [id, { states = [] }] of touched) {
      expect(read(id, "#v=1")?.card.states).toHaveLength(states.length);
      const plain = read(id, "#v=1&f=geography:only");
      expect(plain?.card.states).toEqual(states.filter(({ conflict }) => !conflict));
      expect(plain?.sources.filter(({ title }) => telling.includes(title))).toEqual([]);
    }
  });
});

it("the poster lies on one ground, drawn in the colours of the day and in those of the night", () => {
  const nightOf = new Map(
    (["land", "sea", "paper", "rule", "water", "admin"] as const).map((name) => [
      PALETTES.light[name],
      PALETTES.dark[name],
    ]),
  );
  for (const { link } of input.views.views) {
    const svg = drawEmbedPoster(input, link, "en");
    const [day = "", night = "", ...more] = [...svg.matchAll(/<image [^>]*href="data:image\/svg\+xml,([^"]*)"/g)].map(
      ([, text]) => decodeURIComponent(text ?? ""),
    );
    expect(more).toEqual([]);
    expect(day).toContain(PALETTES.light.land);
    expect(day.replace(/#[0-9A-F]{6}/g, (color) => nightOf.get(color) ?? color)).toBe(night);
    // What is drawn there is not drawn a second time.
    expect(svg).not.toMatch(/id="poster-(?:sea|land|boundaries)"/);
  }
});

it("the poster has no colour that the theme does not change", () => {
  const style = readFileSync(join(SOURCE, "embed/poster.css"), "utf8");
  const svg = input.views.views.map(({ link }) => drawEmbedPoster(input, link, "en")).join("");
  const used = new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9A-F]{6})"/gi)].map((match) => match[1] ?? ""));
  for (const color of used) expect(style).toContain(`[fill="${color}"]`);
  for (const color of Object.values(PALETTES.light)) expect(style).toContain(`[stroke="${color}"]`);
});
