import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMBED_BACKGROUNDS,
  EMBED_INTERACTIONS,
  EMBED_LEGENDS,
  EMBED_STARTS,
  EMBED_SWITCH,
} from "../../src/state/embed-choices";
import { DEFAULT_EMBED_OPTIONS } from "../../src/state/embed-options";
import { decode, encode } from "../../src/state/permalink";
import { LAYER_IDS, START_VIEW, type View } from "../../src/state/view";

const degrees = (low: number, high: number) =>
  fc.integer({ min: low * 1e5, max: high * 1e5 }).map((value) => value / 1e5);
const identifier = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const day = fc
  .date({ min: new Date("1871-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const position = fc.tuple(degrees(-180, 180), degrees(-90, 90));
const end: fc.Arbitrary<View["from"]> = fc.oneof(
  fc.constant({ kind: "border" as const }),
  fc.constant(null),
  position.map(([lng, lat]) => ({ kind: "position" as const, lng, lat })),
  fc.tuple(identifier, identifier).map(([layer, id]) => ({ kind: "feature" as const, reference: { layer, id } })),
);
const view: fc.Arbitrary<View> = fc.record({
  camera: fc.record({
    zoom: fc.integer({ min: 0, max: 1800 }).map((value) => value / 100),
    lat: degrees(-85, 85),
    lng: degrees(-180, 179),
    bearing: fc.integer({ min: -1800, max: 1799 }).map((value) => value / 10),
    pitch: fc.integer({ min: 0, max: 750 }).map((value) => value / 10),
  }),
  layers: fc.subarray([...LAYER_IDS]),
  selected: fc.option(fc.record({ layer: identifier, id: identifier })),
  period: fc.option(fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))),
  filters: fc
    .dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(identifier, { minLength: 1, maxLength: 3 }), { maxKeys: 3 })
    .map((filters) => ({ ...filters })),
  language: fc.option(fc.constantFrom("en", "ur", "fa")),
  theme: fc.option(fc.constantFrom("light", "dark", "auto")),
  from: end,
  to: end,
  measure: fc.array(position, { maxLength: 8 }),
  corridors: fc.array(fc.record({ along: identifier, halfWidthMeters: fc.integer({ min: 500, max: 250_000 }) }), {
    maxLength: 3,
  }),
  lesson: fc.option(fc.record({ id: identifier, step: fc.integer({ min: 1, max: 99 }) })),
  ownLesson: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)),
  pin: fc.option(fc.constantFrom("1.0.0", "2.13.4")),
  data: fc.option(fc.constantFrom("events.csv", "./a/b.geojson", "https://example.org/a.csv?x=1&y=2")),
  embed: fc.record({
    start: fc.constantFrom(...EMBED_STARTS),
    title: fc.constantFrom(...EMBED_SWITCH),
    controls: fc.constantFrom(...EMBED_SWITCH),
    legend: fc.constantFrom(...EMBED_LEGENDS),
    interaction: fc.constantFrom(...EMBED_INTERACTIONS),
    background: fc.constantFrom(...EMBED_BACKGROUNDS),
    id: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)),
    commands: fc.option(fc.constantFrom("https://news.example", "https://a.example:8443", "http://localhost:8080")),
  }),
});

const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll("-0,", "0,"));

describe("a link", () => {
  it("says the version and nothing else for the start view", () => {
    expect(encode(START_VIEW)).toBe("#v=1");
  });

  it("brings every view back as it was", () => {
    fc.assert(
      fc.property(view, (original) => {
        expect(plain(decode(encode(original)))).toEqual(plain(original));
      }),
      { numRuns: 300 },
    );
  });

  it("is plain ASCII whatever the language", () => {
    fc.assert(
      fc.property(view, (original) => {
        expect(encode(original)).toMatch(/^#[!-~]+$/);
      }),
    );
  });

  it("never throws and never leaves its limits, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        const { camera, layers } = decode(`#v=1&map=${text}&layers=${text}&${text}`);
        expect(Math.abs(camera.lat)).toBeLessThanOrEqual(85);
        expect(Math.abs(camera.lng)).toBeLessThanOrEqual(180);
        expect(camera.zoom).toBeGreaterThanOrEqual(0);
        expect(camera.zoom).toBeLessThanOrEqual(18);
        for (const id of layers) expect(LAYER_IDS).toContain(id);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["#v=1&map=6/27/1e9", START_VIEW.camera],
    ["#v=1&map=////", START_VIEW.camera],
    ["#v=1&map=6/27", START_VIEW.camera],
    ["#v=1&map=99/99/61.5", { zoom: 18, lat: 85, lng: 61.5, bearing: 0, pitch: 0 }],
    ["#v=1&map=7/28.9/61.6/-20/30", { zoom: 7, lat: 28.9, lng: 61.6, bearing: -20, pitch: 30 }],
    ["#v=1&map=7/28.9/421.6", { zoom: 7, lat: 28.9, lng: 61.60000000000002, bearing: 0, pitch: 0 }],
  ])("reads the camera of %s", (link, camera) => {
    expect(decode(link).camera).toEqual(camera);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example/x.csv",
    "http://example.org/x.csv",
    "\\\\evil\\x",
    "file:///etc/passwd",
  ])("drops the data address %s", (address) => {
    expect(decode(`#v=1&data=${encodeURIComponent(address)}`).data).toBeNull();
  });

  it("drops unknown layers, ids with markup, days that do not exist and periods turned round", () => {
    const link = "#v=1&layers=border,nonsense,strikes&sel=strikes/<b>&t=2024-02-30/2024-03-01&theme=pink&lang=de&pin=x";
    expect(decode(link)).toEqual({ ...START_VIEW, layers: ["border", "strikes"] });
    expect(decode("#v=1&t=2024-03-01/2024-02-01").period).toBeNull();
  });

  it("brings corridor widths into 0.5 to 250 km", () => {
    expect(decode("#v=1&corridor=border:9000").corridors).toEqual([{ along: "border", halfWidthMeters: 250_000 }]);
    expect(decode("#v=1&corridor=border:0.1").corridors).toEqual([{ along: "border", halfWidthMeters: 500 }]);
    expect(decode("#v=1&corridor=border:-5").corridors).toEqual([]);
  });

  it.each([
    "embed=start:rocket;title:;legend",
    "embed=id:a%20b;id:<x>",
    "embed=commands:http://news.example;",
    "embed=commands:https://news.example/path",
    "embed=commands:*",
    "embed=commands:null",
    "embed=commands:javascript:alert(1)",
    "embed=__proto__:x;constructor:y",
    `embed=${"title:hidden;".repeat(50)}`,
  ])("drops what an embed may not ask for: %s", (part) => {
    expect(decode(`#v=1&${part}`).embed).toEqual(DEFAULT_EMBED_OPTIONS);
  });

  it("reads what an embed may ask for beside what it may not", () => {
    expect(decode("#v=1&embed=title:hidden;colour:pink;interaction:click;id:map-1").embed).toEqual({
      ...DEFAULT_EMBED_OPTIONS,
      title: "hidden",
      interaction: "click",
      id: "map-1",
    });
  });

  it("does not poison prototypes by filter names", () => {
    decode("#v=1&f=__proto__:polluted;constructor:polluted");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** Links that have been published, and what they mean for ever. Only ever added to. */
const PUBLISHED: readonly [link: string, part: Partial<View>][] = [
  [
    "#v=1&sel=strikes/koh-e-sabz-2024-01-16&lang=en",
    { selected: { layer: "strikes", id: "koh-e-sabz-2024-01-16" }, language: "en" },
  ],
  [
    "#v=1&map=9.5/28.94/61.57&layers=border,crossings",
    { layers: ["border", "crossings"], camera: { zoom: 9.5, lat: 28.94, lng: 61.57, bearing: 0, pitch: 0 } },
  ],
  [
    "#v=1&t=2024-01-01/2024-02-29&f=kind:strike;grade:confirmed",
    { period: { from: "2024-01-01", to: "2024-02-29" }, filters: { kind: ["strike"], grade: ["confirmed"] } },
  ],
  ["#v=1&corridor=border:25&theme=dark", { corridors: [{ along: "border", halfWidthMeters: 25_000 }], theme: "dark" }],
  [
    "#v=1&lang=fa&pin=1.0.0&embed=start:poster;legend:open",
    { pin: "1.0.0", language: "fa", embed: { ...DEFAULT_EMBED_OPTIONS, start: "poster", legend: "open" } },
  ],
  ["#v=1&from=62.34,25.11&to=border", { from: { kind: "position", lng: 62.34, lat: 25.11 }, to: { kind: "border" } }],
];

describe("a published link", () => {
  it.each(PUBLISHED)("%s still means what it meant", (link, part) => {
    expect(decode(link)).toMatchObject(part);
  });
});
