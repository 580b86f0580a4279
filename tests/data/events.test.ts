import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { corridorRecord } from "../../src/data/corridor-record";
import { eventRecord } from "../../src/data/event-record";
import { PRECISION_FLOOR_METERS, type PrecisionClass } from "../../src/data/location";
import { membershipRecord } from "../../src/data/membership-record";
import { sourceRegister } from "../../src/data/source";

// Expected ids, counts, tolls and distances are those of the published fact dossier of November 2026.

const position = z.tuple([z.number(), z.number()]);
const features = <P extends z.ZodType, G extends z.ZodType>(properties: P, geometry: G) =>
  z.object({ features: z.array(z.object({ id: z.string(), geometry, properties })) });
const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8"));

const point = z.object({ type: z.literal("Point"), coordinates: position }).nullable();
const lines = z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(position)) });
const eventFiles = ["strikes", "incidents", "agreements"] as const;
const events = eventFiles.flatMap((file) =>
  features(eventRecord, point)
    .parse(read(`${file}.geojson`))
    .features.map((feature) => ({ file, ...feature })),
);
const corridors = features(corridorRecord, lines).parse(read("corridors.geojson")).features;
const countries = features(membershipRecord, z.null()).parse(read("memberships.geojson")).features;
const anyPlace = z.object({
  id: z.string(),
  geometry: z.unknown().transform((geometry) => point.safeParse(geometry).data ?? null),
  properties: z.object({ where: z.object({ place: z.string().nullable() }).nullable() }),
});
const places = ["border", "crossings", "markets", "ports", "towns", "water", "districts", "provinces"].flatMap((file) =>
  z
    .object({ features: z.array(anyPlace) })
    .parse(read(`${file}.geojson`))
    .features.map(({ id, geometry, properties }) => ({ id, geometry, where: properties.where })),
);
const register = new Map(sourceRegister.parse(read("sources.json")).sources.map((source) => [source.id, source]));

const event = (id: string) => {
  const found = events.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no event ${id}`);
  return found;
};
const lower = (texts: readonly string[]) => texts.join("\n").toLowerCase();

const DOSSIER_EVENTS = {
  strikes: [
    "erbil-2024-01-15",
    "idlib-2024-01-15",
    "koh-e-sabz-2024-01-16",
    "marg-bar-sarmachar-2024-01-18",
    "shahbakhsh-2024-02-24",
    "israel-iran-2025-06-13",
    "midnight-hammer-2025-06-22",
    "iran-war-2026-02-28",
  ],
  incidents: [
    "rask-2023-12-15",
    "kerman-2024-01-03",
    "rask-2024-01-10",
    "saravan-2024-01-27",
    "chabahar-rask-2024-04-04",
    "gowhar-kuh-2024-10-26",
    "mehrestan-2025-04-12",
    "zahedan-court-2025-07-26",
  ],
  agreements: [
    "mou-markets-2021-04-21",
    "market-opening-2023-05-18",
    "araghchi-islamabad-2024-11-06",
    "closures-2025-06-15",
    "pezeshkian-pakistan-2025-08",
    "transit-routes-2026-04-27",
  ],
} as const;

describe("events", () => {
  it.each(eventFiles)("%s holds every event of the dossier under its id", (file) => {
    const ids = events.filter((feature) => feature.file === file).map((feature) => feature.id);
    expect(ids).toEqual(expect.arrayContaining([...DOSSIER_EVENTS[file]]));
  });

  it("keeps violent and non-violent events in their own files", () => {
    const kinds = (file: string) => new Set(events.filter((f) => f.file === file).map((f) => f.properties.kind));
    expect([...kinds("strikes")]).toEqual(["strike"]);
    expect([...kinds("incidents")].sort()).toEqual(["attack", "clash"]);
    expect([...kinds("agreements")].sort()).toEqual([
      "agreement",
      "authorisation",
      "closure",
      "measure",
      "opening",
      "visit",
    ]);
  });

  it("gives every event an id of its own that the feature shares", () => {
    expect(new Set(events.map((feature) => feature.id)).size).toBe(events.length);
    for (const feature of events) expect(feature.properties.id).toBe(feature.id);
  });

  it.each(events)("$id rests on claims that rest on registered sources", ({ properties }) => {
    const claimIds = properties.claims.map((claim) => claim.id);
    expect(new Set(claimIds).size).toBe(claimIds.length);
    const cited = [
      ...(properties.actor?.claims ?? []),
      ...(properties.statedTarget?.claims ?? []),
      ...(properties.casualties?.claims ?? []),
    ];
    expect(cited.filter((id) => !claimIds.includes(id))).toEqual([]);
    const used = [
      ...properties.claims.flatMap((claim) => claim.sources),
      ...properties.figures.flatMap((figure) => figure.sources),
      ...properties.conflicts.flatMap((conflict) => conflict.sources),
    ];
    expect(used.filter((id) => !properties.sources.includes(id))).toEqual([]);
    const places = [properties.where, ...properties.alsoAt.map((place) => place.where)];
    const coordinates = places.flatMap((where) => where?.coordSource ?? []);
    expect([...properties.sources, ...coordinates].filter((id) => !register.has(id))).toEqual([]);
  });

  it.each(events)("$id has a grade that its publishers and its denials allow", ({ properties }) => {
    const { grade } = properties.verification;
    const publishers = new Set(properties.sources.map((id) => register.get(id)?.publisher));
    if (grade === "confirmed" || grade === "corroborated") expect(publishers.size).toBeGreaterThanOrEqual(2);
    const contested = properties.claims.some((claim) => claim.stance === "denies" || claim.stance === "disputes");
    if (grade === "confirmed" && contested) expect(properties.actor?.basis).toBe("acknowledged");
    if (properties.support !== "several_sources") expect(["single_source", "unverified"]).toContain(grade);
  });

  it.each(events)("$id states its doubt in the widest class its radius allows", ({ geometry, properties }) => {
    if (geometry !== null) expect(properties.where).not.toBeNull();
    for (const where of [properties.where, ...properties.alsoAt.map((place) => place.where)]) {
      if (where === null) continue;
      const classes = Object.keys(PRECISION_FLOOR_METERS) as PrecisionClass[];
      const widest = classes.filter((name) => PRECISION_FLOOR_METERS[name] <= where.uncertaintyRadiusM).at(-1);
      expect(where.precision).toBe(widest);
    }
    expect(properties.when.start <= properties.when.end).toBe(true);
  });

  it.each(events)("$id speaks neutrally in three languages", ({ properties }) => {
    const own = [properties.title, properties.summary, ...properties.claims.map((claim) => claim.statement)];
    for (const text of own) {
      expect(text.ur).toBeTruthy();
      expect(text.fa).toBeTruthy();
      expect(lower([text.en, text.ur ?? "", text.fa ?? ""])).not.toMatch(
        /terroris|martyr|regime|دہشت گرد|شہید ہو|تروریست/u,
      );
    }
  });

  it.each([
    ["rask-2023-12-15", 11, null],
    ["kerman-2024-01-03", 84, 95],
    ["rask-2024-01-10", 1, 1],
    ["erbil-2024-01-15", 4, 4],
    ["koh-e-sabz-2024-01-16", 2, 2],
    ["marg-bar-sarmachar-2024-01-18", 7, 10],
    ["saravan-2024-01-27", 9, 9],
    ["chabahar-rask-2024-04-04", 27, 28],
    ["gowhar-kuh-2024-10-26", 10, 10],
    ["mehrestan-2025-04-12", 8, 8],
    ["zahedan-court-2025-07-26", 8, 30],
  ])("%s keeps the lowest and highest count that anyone states", (id, low, high) => {
    const { casualties, claims } = event(id).properties;
    expect(casualties?.killed).toMatchObject({ low, high });
    expect(casualties?.claims.length).toBe(claims.filter((claim) => claim.about === "casualties").length);
  });

  it("keeps low, best and high in order", () => {
    for (const { properties } of events) {
      const { killed, injured, civiliansKilled } = properties.casualties ?? {};
      for (const count of [killed, injured, civiliansKilled]) {
        if (count === null || count === undefined) continue;
        const known = [count.low, count.best, count.high].filter((value) => value !== null);
        expect(known).toEqual([...known].sort((a, b) => a - b));
      }
    }
  });

  it("names no victim: a house struck in Erbil is shown only to within kilometres", () => {
    const { geometry, properties } = event("erbil-2024-01-15");
    expect(properties.sensitivity.level).toBe("generalised");
    expect(properties.where?.generalisation.applied).toBe(true);
    expect(geometry?.coordinates).toEqual([44.13, 36.31]);
    expect(lower([JSON.stringify(events)])).not.toMatch(/dizay/u);
  });

  it.each([
    ["koh-e-sabz-2024-01-16", [48, 90]],
    ["marg-bar-sarmachar-2024-01-18", [32, 347]],
    ["mehrestan-2025-04-12", [100, 5]],
  ])("%s carries the distances that its sources state", (id, values) => {
    expect(event(id).properties.figures.map((figure) => figure.value)).toEqual(values);
  });

  it.each([
    ["erbil-2024-01-15", "23:36", "20:36"],
    ["marg-bar-sarmachar-2024-01-18", "04:05", "00:35"],
    ["zahedan-court-2025-07-26", "08:30", "05:00"],
    ["kerman-2024-01-03", "15:04", "11:34"],
    ["envoys-return-2024-01-22", "15:50", "10:50"],
  ])("%s at %s is %s in UTC", (id, local, utc) => {
    const { when } = event(id).properties;
    expect(when.localTime).toContain(local);
    expect(when.utc).toContain(utc);
  });

  it("shows the denial of the strike on Saravan County and the other site of the Syrian strike", () => {
    const saravan = event("marg-bar-sarmachar-2024-01-18").properties;
    expect(saravan.claims.map((claim) => claim.stance)).toContain("denies");
    expect(saravan.alsoAt.map((place) => place.point)).toEqual([[62.3391, 27.3652]]);
    expect(event("idlib-2024-01-15").properties.alsoAt.map((place) => place.point)).toEqual([[40.14084, 35.33588]]);
  });

  it("marks what only low-reliability texts tell", () => {
    expect(event("konarak-2026-03-01").properties.verification.grade).toBe("single_source");
    expect(event("chabahar-2026-03-16").properties.verification.grade).toBe("unverified");
    expect(event("shahbakhsh-2024-02-24").properties.verification.grade).toBe("unverified");
  });

  it("relates events only to records that exist", () => {
    const known = new Set([...events, ...corridors, ...countries, ...places].map((feature) => feature.id));
    for (const { id, properties } of [...events, ...corridors]) {
      expect(properties.related, id).not.toContain(id);
      expect(
        properties.related.filter((other) => !known.has(other)),
        id,
      ).toEqual([]);
    }
  });

  it("puts the places of an event and the stops of a corridor where their own records stand", () => {
    const stops = [
      ...events.flatMap(({ properties }) => properties.alsoAt),
      ...corridors.flatMap(({ properties }) => properties.waypoints),
    ];
    for (const { placeId, point: at } of stops) {
      if (placeId === null) continue;
      const place = places.find((candidate) => candidate.id === placeId);
      expect(place, placeId).toBeDefined();
      expect(at, placeId).toEqual(place?.geometry?.coordinates ?? null);
    }
    for (const { id, geometry, properties } of events) {
      const place = places.find((candidate) => candidate.where?.place === properties.where?.place);
      if (properties.where !== null && place !== undefined) expect(geometry, id).toEqual(place.geometry);
    }
  });
});

/** Waypoints of the main line and of its branches, as the dossier lists them. */
const DOSSIER_CORRIDORS: Readonly<Record<string, number>> = {
  "iti-rail": 21,
  "quetta-zahedan-rail": 7,
  "n40-rcd": 6,
  "makran-coastal-n10": 5,
  m8: 7,
  "cpec-western": 10,
  "cpec-central": 8,
  "cpec-eastern": 12,
  "nokkundi-mashkel-panjgur": 3,
  "chabahar-zahedan-rail": 7,
  instc: 20,
  "trans-afghan": 10,
  "khaf-herat": 4,
  "iran-turkey-rail": 6,
  "iran-turkmenistan-rail": 4,
  "iran-china-rail": 7,
  "ip-pipeline": 5,
  "gwadar-chabahar-link": 4,
  "polan-gabd-power": 2,
  "nushki-sistan-caravan": 5,
  "sistan-makran-caravan": 3,
};

describe("corridors", () => {
  it("holds the corridors of the dossier and the authorised transit routes", () => {
    const ids = [...Object.keys(DOSSIER_CORRIDORS), "transit-routes-2026"];
    expect(corridors.map((corridor) => corridor.id).sort()).toEqual(ids.sort());
  });

  it.each(Object.entries(DOSSIER_CORRIDORS))("%s has its %i waypoints", (id, count) => {
    expect(corridors.find((corridor) => corridor.id === id)?.properties.waypoints).toHaveLength(count);
  });

  it.each(corridors)("$id is drawn through its waypoints, one status per stretch", ({ geometry, properties }) => {
    expect(properties.stretches).toHaveLength(geometry.coordinates.length);
    const stops = properties.waypoints.map((waypoint) => JSON.stringify(waypoint.point));
    for (const line of geometry.coordinates) {
      expect(line.length).toBeGreaterThanOrEqual(2);
      expect(line.filter((stop) => !stops.includes(JSON.stringify(stop)))).toEqual([]);
    }
    for (const waypoint of properties.waypoints) {
      expect(waypoint.coordSource.length > 0).toBe(waypoint.point !== null);
      expect(waypoint.title.ur).toBeTruthy();
      expect(waypoint.title.fa).toBeTruthy();
    }
    const cited = [...properties.sources, ...properties.waypoints.flatMap((waypoint) => waypoint.coordSource)];
    expect(cited.filter((id) => !register.has(id))).toEqual([]);
  });

  it("tells what is built from what is not", () => {
    const built = (status: string) =>
      corridors.filter((corridor) => corridor.properties.built === status).map((corridor) => corridor.id);
    expect(built("proposed").sort()).toEqual([
      "cpec-central",
      "gwadar-chabahar-link",
      "trans-afghan",
      "transit-routes-2026",
    ]);
    expect(built("historic").sort()).toEqual(["nushki-sistan-caravan", "sistan-makran-caravan"]);
    const chabahar = corridors.find((corridor) => corridor.id === "chabahar-zahedan-rail");
    expect(chabahar?.properties.stretches.map((stretch) => stretch.built)).toEqual([
      "partly_built",
      "built",
      "proposed",
    ]);
  });

  it("names four authorised routes of an unknown number", () => {
    const routes = corridors.find((corridor) => corridor.id === "transit-routes-2026");
    expect(routes?.geometry.coordinates).toHaveLength(4);
    expect(routes?.properties.states[0]?.text.en).toBe("Authorised, four of an unknown number; use not confirmed.");
  });
});

describe("memberships", () => {
  const standing = (country: string, organisation: string) =>
    countries
      .find((feature) => feature.id === country)
      ?.properties.memberships.find((membership) => membership.organisation === organisation)?.standing;

  it.each([
    ["eco", 10],
    ["sco", 27],
    ["instc", 17],
    ["cpec", 6],
    ["bri", 34],
  ])("%s lists %i countries", (id, count) => {
    const entries = countries.flatMap((feature) => feature.properties.memberships.filter((m) => m.organisation === id));
    expect(entries).toHaveLength(count);
  });

  it("gives each country one record with its ISO code", () => {
    for (const { id, properties } of countries) expect(id).toBe(`country-${properties.country.toLowerCase()}`);
    expect(new Set(countries.map((feature) => feature.id)).size).toBe(countries.length);
  });

  it.each([
    ["country-pk", "instc", "agreed-in-principle"],
    ["country-ir", "cpec", "interest-only"],
    ["country-ir", "sco", "member"],
    ["country-pk", "cpec", "party"],
    ["country-in", "bri", "not-endorsing"],
    ["country-sa", "cpec", "denied"],
    ["country-af", "sco", "partner"],
    ["country-tm", "instc", "accession-approved"],
  ])("%s in %s: %s", (country, organisation, expected) => {
    expect(standing(country, organisation)).toBe(expected);
  });

  it("cites registered sources only", () => {
    const cited = countries.flatMap(({ properties }) => [
      ...properties.sources,
      ...properties.nameSources,
      ...properties.memberships.flatMap((membership) => membership.sources),
    ]);
    expect(cited.filter((id) => !register.has(id))).toEqual([]);
  });
});
