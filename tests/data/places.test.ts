import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { readShippedData } from "../../src/data/check";
import type { PlaceRecord } from "../../src/data/place-record";
import { independentHouses } from "../../src/data/publisher";
import { sourceRegister } from "../../src/data/source";

// Expected ids, positions and figures are those of the published fact dossier of November 2026.

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8"));

const { features } = readShippedData();
const places = features.flatMap((feature) => {
  const { record } = feature;
  return "timeline" in record ? [{ ...feature, record: record satisfies PlaceRecord }] : [];
});
const place = (id: string) => {
  const found = places.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no place ${id}`);
  return found;
};
const { sources } = sourceRegister.parse(read("sources.json"));

describe("the places of the dossier", () => {
  it.each([
    ["border.geojson", 3],
    ["crossings.geojson", 8],
    ["markets.geojson", 6],
    ["ports.geojson", 9],
    ["towns.geojson", 34],
    ["districts.geojson", 14],
    ["provinces.geojson", 2],
    ["water.geojson", 7],
    ["terrain.geojson", 3],
  ])("%s holds %i", (file, count) => {
    expect(places.filter((candidate) => candidate.file === file)).toHaveLength(count);
  });

  it.each([
    ["zahedan", 60.8503, 29.4929, 3_000],
    ["gwadar", 62.32541, 25.12163, 3_000],
    ["port-gwadar", 62.3396, 25.1105, 1_500],
    ["port-karachi", 66.9833, 24.7833, 4_000],
    ["taftan-volcano", 61.1325, 28.6, 1_000],
    ["mashkel", 63.05, 28, 30_000],
    ["tripoint-kuh-i-malik-siah", 60.87286, 29.85855, 1_000],
  ])("%s keeps the position of its source", (id, lng, lat, radius) => {
    const { geometry, record } = place(id);
    expect(geometry).toMatchObject({ type: "Point" });
    const [foundLng = 0, foundLat = 0] = geometry?.type === "Point" ? geometry.coordinates : [];
    expect(foundLng).toBeCloseTo(lng, 4);
    expect(foundLat).toBeCloseTo(lat, 4);
    expect(record.where?.uncertaintyRadiusM).toBe(radius);
  });

  it("draws no point where no source gives one", () => {
    const pointless = places.filter((candidate) => candidate.geometry === null && !candidate.record.approximate);
    expect(pointless.map((candidate) => candidate.id).sort()).toEqual([
      "crossing-danuk",
      "crossing-raajay",
      "market-second-phase-1",
      "market-second-phase-2",
      "market-second-phase-3",
    ]);
  });

  it("puts a market where the crossing it adjoins is", () => {
    expect(place("market-mand-pishin").geometry).toEqual(place("crossing-pishin-mand").geometry);
    expect(place("market-gabd-rimdan").geometry).toEqual(place("crossing-rimdan-gabd").geometry);
    expect(place("market-chadgi-kuhak").geometry).toEqual(place("crossing-kuhak-chedgi").geometry);
  });

  it("states the length of the border as claims side by side, with our own figures", () => {
    const { figures, timeline } = place("border").record;
    const claimed = figures.filter((figure) => figure.about === "length").map((figure) => figure.value);
    expect(claimed).toEqual([909, 959, 900, 900, 912, 917, 920, 928, 1000]);
    const computed = figures.filter((figure) => figure.about === "computed_length").map((figure) => figure.value);
    expect(computed).toEqual(expect.arrayContaining([1023.3, 960.8, 938.5, 906.4]));
    expect(timeline.map((entry) => entry.date)).toEqual(["1871", "1895", "1905", "1924", "1958", "1960"]);
  });

  it("says that a county has only a label and a district only an approximate outline", () => {
    const districts = places.filter((candidate) => candidate.file === "districts.geojson");
    const counties = districts.filter((candidate) => candidate.record.kind === "county");
    expect(counties).toHaveLength(9);
    for (const { record } of counties) expect(record.summary.en).toMatch(/No open outline exists/);
    for (const { record } of districts.filter((candidate) => candidate.record.kind === "district")) {
      expect(record.approximate?.widthM).toBe(5_000);
      expect(record.summary.en).toMatch(/approximate \(±5 km\) and shows the district before 2018/);
    }
  });
});

describe("the words of the records", () => {
  it("come in three languages", () => {
    for (const { id, record } of places) {
      for (const text of [record.title, record.summary, ...record.states.map((state) => state.text)]) {
        expect([id, text.ur ? "ur" : "", text.fa ? "fa" : ""]).toEqual([id, "ur", "fa"]);
      }
    }
  });

  it("never call a state the present one", () => {
    const texts = places.flatMap(({ record }) => record.states.map((state) => state.text.en));
    expect(texts.filter((text) => /\b(now|currently|today|at present)\b/i.test(text))).toEqual([]);
  });

  it("name no victim and no relative", () => {
    // SHA-256 of names that published texts hold and the atlas must not, as two lower-case words.
    const withheld = new Set(["bc9538644dac9516a16fe28bcce25f57b14fbd28ddebddc4008638824bb92a04"]);
    const words = `${JSON.stringify(features)} ${JSON.stringify(sources)}`.toLowerCase().match(/[a-z]+/g) ?? [];
    const pairs = new Set(words.map((word, index) => `${word} ${words[index + 1] ?? ""}`));
    const found = [...pairs].filter((pair) => withheld.has(createHash("sha256").update(pair).digest("hex")));
    expect(found).toEqual([]);
  });

  it("say when a record rests on an encyclopaedia or on one publisher", () => {
    const byId = new Map(sources.map((source) => [source.id, source]));
    for (const { id, record } of places) {
      const cited = record.sources.flatMap((source) => byId.get(source) ?? []);
      const expected = cited.every((source) => source.type === "encyclopaedia")
        ? "encyclopaedia_only"
        : independentHouses(cited) === 1
          ? "single_source"
          : "several_sources";
      expect([id, record.support]).toEqual([id, expected]);
    }
  });
});

describe("the source register", () => {
  it("cites encyclopaedias at home, copies only as archives", () => {
    const encyclopaedias = sources.filter((source) => source.publisher === "Wikipedia");
    expect(encyclopaedias.length).toBeGreaterThan(20);
    for (const source of encyclopaedias) expect(source.url).toMatch(/^https:\/\/[a-z]{2}\.wikipedia\.org\/wiki\//);
  });

  it("holds no publication that cannot be found", () => {
    for (const id of ["article-a", "article-b", "geo-gh-nuc", "gh-2026", "gh-waiver"]) {
      expect(sources.map((source) => source.id)).not.toContain(id);
    }
  });
});

describe("the data package", () => {
  // The rules of Data Package 2.0 (datapackage.org/standard/data-package) that bear on this descriptor.
  const licences = {
    type: "array",
    minItems: 1,
    items: { type: "object", required: ["name"], properties: { name: { pattern: "^[-a-zA-Z0-9._]+$" } } },
  };
  const validate = new Ajv({ strict: false, validateFormats: false }).compile({
    type: "object",
    required: ["$schema", "name", "version", "created", "licenses", "contributors", "sources", "resources"],
    properties: {
      $schema: { const: "https://datapackage.org/profiles/2.0/datapackage.json" },
      created: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T" },
      contributors: { type: "array", minItems: 1, items: { type: "object", required: ["title"] } },
      sources: { type: "array", items: { type: "object", required: ["title", "path"] } },
      licenses: licences,
      resources: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          required: ["name", "path", "mediatype", "bytes", "hash", "licenses"],
          properties: {
            path: { type: "string", pattern: "^(?![./~])(?!.*\\.\\./)[^\\\\]+$" },
            mediatype: { type: "string", pattern: "^.+/.+$" },
            bytes: { type: "integer" },
            hash: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
            schema: { type: "string" },
            licenses: licences,
          },
        },
      },
    },
  });

  it("follows the standard", () => {
    const valid = validate(read("datapackage.json"));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });
});

describe("outlines of the countries of memberships", () => {
  // Inland and on both coasts of Russia, one of them beyond 180°; and capitals of its neighbours and others.
  it.each([
    ["RU", 37.62, 55.75],
    ["RU", 82.92, 55.03],
    ["RU", 131.89, 43.12],
    ["RU", -173.24, 64.42],
    ["CN", 116.4, 39.9],
    ["IN", 77.21, 28.61],
    ["KZ", 71.43, 51.13],
    ["TR", 32.86, 39.93],
  ])("hold a town of %s at %f, %f", (code, lng, lat) => {
    const { features } = read("world-countries.geojson") as {
      features: readonly {
        readonly properties: { readonly iso2: string };
        readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[][] };
      }[];
    };
    const outline = features.find(({ properties }) => properties.iso2 === code)?.geometry.coordinates ?? [];
    // A line eastward from a point within leaves an odd number of sides behind.
    const crossings = outline.flat().flatMap((ring) =>
      ring.slice(1).filter(([x, y], at) => {
        const [fromX, fromY] = ring[at] ?? [x, y];
        return fromY > lat !== y > lat && lng < fromX + ((lat - fromY) / (y - fromY)) * (x - fromX);
      }),
    );
    expect(crossings.length % 2).toBe(1);
  });
});

describe("licences of the data package", () => {
  it("are what the table of origins says of lines and areas taken from elsewhere", () => {
    const [, table = ""] = readFileSync("data/README.md", "utf8").split("## Lines and areas taken from elsewhere");
    const spdx: Readonly<Record<string, string>> = { "ODbL 1.0": "ODbL-1.0", "public domain": "CC0-1.0" };
    const { resources } = read("datapackage.json") as {
      resources: readonly { readonly path: string; readonly licenses: readonly { readonly name: string }[] }[];
    };
    const stated = [...table.matchAll(/^\| `([\w-]+\.(?:geo)?json)` \|[^|]*\|[^|]*\| ([^|]+?) \|/gm)].map(
      ([, path = "", licence = ""]) => [path, [spdx[licence]]] as const,
    );
    expect(stated.length).toBeGreaterThanOrEqual(6);
    for (const [path, licences] of stated) {
      const resource = resources.find((candidate) => candidate.path === path);
      expect(
        resource?.licenses.map(({ name }) => name),
        path,
      ).toEqual(licences);
    }
  });
});

describe("the published JSON Schemas", () => {
  it.each([
    ["place", ["border", "crossings", "markets", "ports", "towns"]],
    ["event", ["strikes", "incidents", "agreements"]],
    ["corridor", ["corridors"]],
    ["membership", ["memberships"]],
  ])("%s accepts its layers and refuses a stranger", async (name, layers) => {
    const { default: Ajv2020 } = await import("ajv/dist/2020.js");
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      read(`schema/${name}.json`) as object,
    );
    for (const layer of layers) {
      validate(read(`${layer}.geojson`));
      expect([layer, validate.errors ?? []]).toEqual([layer, []]);
    }
    expect(validate({ type: "FeatureCollection", features: [{ type: "Feature", id: "x" }] })).toBe(false);
  });
});
