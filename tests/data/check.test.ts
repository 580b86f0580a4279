import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGeography } from "../../src/cli/check-geography";
import {
  type CheckContext,
  checkDataFiles,
  checkRecords,
  DATA_FOLDER,
  formatProblem,
  readShippedData,
} from "../../src/data/check";
import { manifest } from "../../src/data/manifest";
import { DESCRIPTOR, dataPackage } from "../../src/data/package/data-package";
import { dataDictionary } from "../../src/data/package/dictionary";
import { jsonSchemas } from "../../src/data/package/json-schemas";
import { sourceRegister } from "../../src/data/source";

// biome-ignore lint/suspicious/noExplicitAny: records are broken here in ways their types forbid
type Loose = any;

const lines = (problems: Parameters<typeof formatProblem>[0][]) => problems.map(formatProblem);
const text = (file: string) => readFileSync(join(DATA_FOLDER, file), "utf8");
const json = (file: string): Loose => JSON.parse(text(file));

// The shipped data are read once; each case then breaks one record of its own.
const shipped = readShippedData();
const register = sourceRegister.parse(json("sources.json"));
const entries = manifest.parse(json("layers.json"));
const context: CheckContext = {
  layers: entries.layers,
  register: new Map(register.sources.map((source) => [source.id, source])),
  ids: new Set(shipped.features.map((feature) => feature.id)),
};

/** What the check says of `file` when it holds the feature `id` alone, broken by `change`. */
function broken(file: string, id: string, change: (feature: Loose) => void): string[] {
  const feature = json(file).features.find((candidate: Loose) => candidate.id === id);
  if (!feature) throw new Error(`no ${id} in ${file}`);
  change(feature);
  return lines(checkRecords(file, { type: "FeatureCollection", features: [feature] }, context));
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "atlas-data-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the check says of a copy of `file` whose text `change` has broken. */
function brokenText(file: string, change: (text: string) => string): string[] {
  const folder = mkdtempSync(join(root, "broken-"));
  writeFileSync(join(folder, file), change(text(file)));
  return lines(checkDataFiles([join(folder, file)]));
}

const STRIKE = "koh-e-sabz-2024-01-16";

describe("the shipped data", () => {
  it("have no problem", () => {
    expect(lines([...shipped.problems])).toEqual([]);
  });
});

describe("a broken file is named with feature, path and reason", () => {
  it("cut off", () => {
    const [message] = brokenText("strikes.geojson", (text) => text.slice(0, -40));
    expect(message).toMatch(/^strikes\.geojson: is not valid JSON/);
  });

  it("a byte-order mark", () => {
    expect(brokenText("ports.geojson", (text) => `\ufeff${text}`)).toEqual([
      "ports.geojson: starts with a byte-order mark",
    ]);
  });

  it("a crs member", () => {
    const [message] = brokenText("ports.geojson", (text) => text.replace("{", '{"crs": null,'));
    expect(message).toMatch(/^ports\.geojson: .*crs/);
  });

  const records: [string, string, string, (feature: Loose) => void, string | RegExp][] = [
    [
      "a field nobody knows",
      "ports.geojson",
      "port-gwadar",
      (feature) => {
        feature.properties.colour = "blue";
      },
      /^ports\.geojson port-gwadar properties: .*colour/,
    ],
    [
      "an id that differs",
      "ports.geojson",
      "port-gwadar",
      (feature) => {
        feature.properties.id = "port-other";
      },
      "ports.geojson port-gwadar properties.id: differs from the feature's id: port-other",
    ],
    [
      "a radius below its class",
      "strikes.geojson",
      STRIKE,
      (feature) => {
        feature.properties.where.uncertaintyRadiusM = 900;
      },
      `strikes.geojson ${STRIKE} properties.where.uncertaintyRadiusM: radius is below the floor of its precision class`,
    ],
    [
      "an unknown source",
      "crossings.geojson",
      "crossing-danuk",
      (feature) => {
        feature.properties.sources.push("no-such-source");
      },
      "crossings.geojson crossing-danuk properties.sources: unknown source: no-such-source",
    ],
    [
      "a source the record does not list",
      "crossings.geojson",
      "crossing-danuk",
      (feature) => {
        feature.properties.states[0].sources.push("dawn-kohak");
      },
      "crossings.geojson crossing-danuk properties.states.0.sources: source is missing from the record's own list: dawn-kohak",
    ],
    [
      "an unknown neighbour",
      "markets.geojson",
      "market-mand-pishin",
      (feature) => {
        feature.properties.related.push("nowhere");
      },
      /^markets\.geojson market-mand-pishin properties\.related\.\d: unknown record: nowhere$/,
    ],
    [
      "a swapped pair",
      "towns.geojson",
      "zahedan",
      (feature) => feature.geometry.coordinates.reverse(),
      /^towns\.geojson zahedan geometry\.coordinates: likely swapped: 29\.49/,
    ],
    [
      "a latitude out of range",
      "towns.geojson",
      "zahedan",
      (feature) => {
        feature.geometry.coordinates[1] = 95;
      },
      "towns.geojson zahedan geometry.coordinates: latitude out of range: 95",
    ],
    [
      "too many decimals",
      "towns.geojson",
      "zahedan",
      (feature) => {
        feature.geometry.coordinates[0] = 60.8503001;
      },
      /^towns\.geojson zahedan geometry\.coordinates: more than 5 decimals/,
    ],
    [
      "a ring the wrong way round",
      "districts.geojson",
      "district-kech",
      (feature) => {
        const square = [
          [62, 26],
          [62, 27],
          [63, 27],
          [62, 26],
        ];
        feature.geometry = { type: "Polygon", coordinates: [square] };
      },
      /^districts\.geojson district-kech geometry\.coordinates\.0: the ring runs the wrong way round/,
    ],
    [
      "an end before the start",
      "strikes.geojson",
      STRIKE,
      (feature) => {
        feature.properties.when.end = "2023-01-01";
      },
      `strikes.geojson ${STRIKE} properties.when.end: lies before the start`,
    ],
    [
      "figures out of order",
      "strikes.geojson",
      STRIKE,
      (feature) => {
        feature.properties.casualties.killed = { low: 9, best: 2, high: null };
      },
      `strikes.geojson ${STRIKE} properties.casualties.killed: low ≤ best ≤ high does not hold: 9, 2`,
    ],
    [
      "a claim that is not there",
      "strikes.geojson",
      STRIKE,
      (feature) => {
        feature.properties.casualties.claims = ["no-such-claim"];
      },
      `strikes.geojson ${STRIKE} properties.casualties.claims.0: unknown claim: no-such-claim`,
    ],
    [
      "a grade one publisher cannot carry",
      "strikes.geojson",
      STRIKE,
      (feature) => {
        feature.properties.verification.grade = "corroborated";
        feature.properties.sources = ["dawn-kohsabz", "dawn-zah"];
      },
      `strikes.geojson ${STRIKE} properties.verification.grade: “corroborated” needs two independent publishers, has 1`,
    ],
    [
      "a place withheld and drawn",
      "strikes.geojson",
      STRIKE,
      (feature) => {
        feature.properties.sensitivity.level = "withheld";
      },
      `strikes.geojson ${STRIKE} properties.sensitivity.level: withheld, yet has a geometry`,
    ],
    [
      "a text that hides what it says",
      "ports.geojson",
      "port-pasni",
      (feature) => {
        feature.properties.title.en = "Pasni\u202e";
      },
      /^ports\.geojson port-pasni properties\.title\.en: holds a control/,
    ],
    [
      "a chainage finer than its doubt",
      "crossings.geojson",
      "crossing-rimdan-gabd",
      (feature) => {
        feature.properties.where.onBorder.chainageM = 999_669;
      },
      "crossings.geojson crossing-rimdan-gabd properties.where.onBorder.chainageM: is not rounded to the radius of the place",
    ],
    [
      "states out of order",
      "crossings.geojson",
      "crossing-rimdan-gabd",
      (feature) => feature.properties.states.reverse(),
      /^crossings\.geojson crossing-rimdan-gabd properties\.states\.1\.asOf: states are not listed newest first$/,
    ],
    [
      "a revision without a note",
      "crossings.geojson",
      "crossing-danuk",
      (feature) => {
        feature.properties.revision = 2;
      },
      "crossings.geojson crossing-danuk properties.revision: is 2, but the history ends at 1",
    ],
  ];

  it.each(records)("%s", (_, file, id, change, message) => {
    expect(broken(file, id, change)).toContainEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });
});

describe("the folder as a whole", () => {
  const FILES = ["ports.geojson", "terrain.geojson"];
  let folder: string;

  /** A folder of two layers, packaged as the shipped one is. */
  beforeAll(() => {
    folder = join(root, "world", "data");
    mkdirSync(join(folder, "schema"), { recursive: true });
    mkdirSync(join(folder, "../docs"));
    const put = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));
    for (const file of FILES) {
      const [first] = json(file).features;
      first.properties.related = [];
      put(file, { type: "FeatureCollection", features: [first] });
    }
    const layers = { ...entries, layers: entries.layers.filter((layer) => FILES.includes(layer.file)) };
    put("layers.json", layers);
    put("sources.json", register);
    const schemas = jsonSchemas();
    for (const [name, schema] of Object.entries(schemas)) put(`schema/${name}.json`, schema);
    writeFileSync(join(folder, "../docs/data-dictionary.md"), dataDictionary(schemas));
    cpSync(join(DATA_FOLDER, "../CITATION.cff"), join(folder, "../CITATION.cff"));
    put(DESCRIPTOR, dataPackage(folder, layers, register.sources));
  });

  /** Changes a file of the folder, checks the whole, and puts the file back. */
  function brokenWhole(file: string, change: (text: string) => string): string[] {
    const path = join(folder, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    try {
      return lines(checkDataFiles([], folder));
    } finally {
      writeFileSync(path, before);
    }
  }

  it("has no problem at first", () => {
    expect(lines(checkDataFiles([], folder))).toEqual([]);
  });

  it("names an id used twice", () => {
    const messages = brokenWhole("terrain.geojson", (text) => text.replaceAll('"taftan-volcano"', '"port-gwadar"'));
    expect(messages).toContain("ports.geojson port-gwadar id: is used already in terrain.geojson");
  });

  it("names a hash that no longer matches", () => {
    const messages = brokenWhole("ports.geojson", (text) => `${text} `);
    expect(messages).toEqual([
      expect.stringMatching(/^datapackage\.json resources\.\d+\.hash: does not match ports\.geojson; run /),
    ]);
  });

  it("names a schema that drifted", () => {
    const messages = brokenWhole("schema/place.json", (text) => text.replace('"FeatureCollection"', '"Other"'));
    expect(messages).toEqual([expect.stringMatching(/^schema\/place\.json: differs from the schemas in src\/data/)]);
  });

  it("names a layer without its file, and a licence nobody knows", () => {
    const messages = brokenWhole("layers.json", (text) =>
      text.replace('"file":"ports.geojson"', '"file":"harbours.geojson"').replace('"CC-BY-4.0"', '"WTFPL"'),
    );
    expect(messages).toContain("harbours.geojson: cannot be read");
    expect(messages).toContain("ports.geojson: holds records, but no entry in layers.json names it");
    expect(messages).toContain("layers.json terrain licence: unknown licence: WTFPL");
  });

  it("names a citation of another version", () => {
    const messages = brokenWhole("../CITATION.cff", (text) => text.replace("    version: 1.0.0", "    version: 0.9.0"));
    expect(messages).toEqual(["CITATION.cff references.version: is 0.9.0, layers.json says 1.0.0"]);
  });

  it("names a source used before it was published, and one entered twice", () => {
    const messages = brokenWhole("sources.json", (text) => {
      const changed = JSON.parse(text);
      changed.sources[0].published = "2027";
      changed.sources.push(changed.sources[1]);
      return JSON.stringify(changed);
    });
    expect(messages).toContainEqual(expect.stringMatching(/sources\.0\.published: lies after the date of access$/));
    expect(messages).toContainEqual(expect.stringMatching(/^sources\.json \S+ sources\.\d+\.id: is used twice$/));
  });
});

describe("geography", () => {
  const moved = (id: string, coordinates: [number, number], change: (record: Loose) => void = () => {}) => {
    const found: Loose = structuredClone(shipped.features.find((feature) => feature.id === id));
    if (!found) throw new Error(`no ${id}`);
    found.geometry.coordinates = coordinates;
    change(found.record);
    return found;
  };
  const stateTen = (record: Loose) => {
    record.figures.find((figure: Loose) => figure.about === "distance_to_border").value = 10;
  };

  it("names a wrong country, a crossing off the line, and a distance that cannot be unless the record says so", () => {
    const problems = checkGeography([
      ...shipped.features,
      moved("zahedan", [64.1, 28.9]),
      moved("crossing-mirjaveh-taftan", [61.6, 28.94621]),
      moved("chabahar", [60.6469, 25.2935], stateTen),
      moved("chabahar", [60.6469, 25.2935], (record) => {
        stateTen(record);
        record.conflicts.push({ text: { en: "The figure cannot be." }, date: null, sources: [] });
      }),
    ]);
    // The shipped records themselves add nothing to the list.
    expect(lines(problems)).toEqual([
      "towns.geojson zahedan properties.where.country: says IR, but the point lies in PK",
      expect.stringMatching(
        /^crossings\.geojson crossing-mirjaveh-taftan properties\.where\.onBorder\.chainageM: the point lies 3\d{3} m/,
      ),
      expect.stringMatching(
        /^towns\.geojson chabahar properties\.figures\.\d\.value: 10 km is stated, 9\d\.\d km measured/,
      ),
    ]);
  });
});
