import { z } from "zod";
import { location } from "./location";
import { sourceIds } from "./source";
import { fullDate, id, localizedName, localizedText, partialDate, plainText } from "./text";

/** One change of a record: what was corrected, and when. */
export const revision = z.strictObject({ revision: z.int().positive(), date: fullDate, note: plainText });

/** A sentence that a source supports. */
export const sourcedText = z.strictObject({ text: localizedText, date: partialDate.nullable(), sources: sourceIds });
export type SourcedText = z.infer<typeof sourcedText>;

/** What a stated figure measures; each word has a heading in the language catalogues. */
export const figureSubject = z.enum([
  "length",
  "computed_length",
  "border_length",
  "fence_length",
  "distance",
  "distance_to_border",
  "population",
  "area",
  "depth",
  "channel_depth",
  "pier_depth",
  "draft",
  "quay_length",
  "capacity",
  "planned_capacity",
  "contract_value",
  "payment",
  "elevation",
  "uplift",
]);

/** A figure that somebody states, with its unit: a length, a depth, a distance. */
export const statedFigure = z.strictObject({
  about: figureSubject.describe("what is measured, a word of the catalogue"),
  value: z.number().nullable(),
  unit: plainText.nullable(),
  text: plainText.describe("the figure as stated, with its qualifiers and what it reaches from and to, in our words"),
  by: plainText,
  date: partialDate.nullable(),
  sources: sourceIds,
});

/** What a place is said to be like on a date: open, closed, planned. Never “now”. */
export const datedStatus = z.strictObject({
  state: z.enum(["open", "partly_open", "closed", "planned", "unknown", "operating", "historic"]),
  text: localizedText,
  asOf: partialDate,
  sources: sourceIds,
});

/** How well the record as a whole is supported. */
export const support = z.enum(["several_sources", "single_source", "encyclopaedia_only"]);

/** The parts that every record of every layer shares. */
export const recordBase = {
  schemaVersion: z.literal("1.0.0"),
  id,
  revision: z.int().positive(),
  status: z.enum(["current", "superseded", "withdrawn"]),
  supersededBy: id.nullable(),
  title: localizedName,
  summary: localizedText,
  alternates: z
    .strictObject({
      en: z.array(plainText),
      ur: z.array(plainText),
      fa: z.array(plainText),
      bal: z.array(plainText),
    })
    .describe("other spellings and old names, for search and the card, never for labels"),
  nameSources: z.array(id).describe("register ids of what the names come from"),
  nameNote: plainText.nullable().describe("doubt about a spelling, or which language lacks a source"),
  support,
  conflicts: z.array(sourcedText.extend({ sources: z.array(id) })).describe("where sources contradict each other"),
  sources: sourceIds,
  history: z.array(revision).min(1),
};

/** What a fact of a place is about; each word has a heading in the language catalogues. */
export const factLabel = z.enum([
  "opened",
  "planned",
  "traffic",
  "sides",
  "rank",
  "customs",
  "operator",
  "airport",
  "elevation",
  "seat",
  "path",
  "barrier",
  "remark",
]);
export type FactLabel = z.infer<typeof factLabel>;

/** A thing that stays: a crossing, market, port, town, district, river, range, the tripoint. */
export const placeRecord = z.strictObject({
  ...recordBase,
  kind: z.enum([
    "border",
    "tripoint",
    "terminus",
    "crossing",
    "market",
    "port",
    "province",
    "district",
    "county",
    "town",
    "village",
    "capital",
    "area",
    "facility",
    "river",
    "lake",
    "playa",
    "coast",
    "range",
    "peak",
    "desert",
    "pass",
  ]),
  where: location.nullable().describe("null for a line or area whose geometry says where it is"),
  approximate: z
    .strictObject({ widthM: z.number().positive(), note: plainText })
    .nullable()
    .describe("for outlines drawn only roughly: how far off they may be, in metres"),
  states: z.array(datedStatus).describe("newest first"),
  figures: z.array(statedFigure),
  facts: z
    .array(sourcedText.extend({ label: factLabel }))
    .describe("opened, operator, traffic, the two sides, barriers …; the label is a word of the catalogue"),
  timeline: z.array(sourcedText).describe("dated history, oldest first"),
  related: z.array(id),
});
export type PlaceRecord = z.infer<typeof placeRecord>;

/** Who makes a claim, and of what sort they are. */
export const claimant = z.strictObject({
  name: plainText,
  type: z.enum([
    "state",
    "official",
    "armed_group",
    "news_agency",
    "press",
    "civil_society",
    "resident",
    "researcher",
    "international",
  ]),
});

/** One statement by a named party, with the publications that carry it. */
export const claim = z.strictObject({
  id,
  about: z.enum(["responsibility", "target", "location", "time", "casualties", "munition", "denial", "distance"]),
  claimant,
  stance: z.enum(["asserts", "denies", "disputes", "retracts"]),
  statement: localizedText,
  date: partialDate.nullable(),
  sources: sourceIds,
});
export type Claim = z.infer<typeof claim>;

const count = z
  .strictObject({
    low: z.int().nonnegative(),
    best: z.int().nonnegative().nullable(),
    high: z.int().nonnegative().nullable(),
  })
  .nullable();
const claimIds = z.array(id);

/** Something that happened: a strike, an attack, an agreement, a visit, an opening, a closure. */
export const eventRecord = z.strictObject({
  ...recordBase,
  kind: z.enum(["strike", "attack", "clash", "agreement", "visit", "opening", "closure", "authorisation", "measure"]),
  weapon: z.enum(["missile", "drone", "missile_and_drone", "rocket", "aircraft", "artillery", "unknown"]).nullable(),
  acledSubEvent: plainText.nullable(),
  when: z.strictObject({
    start: fullDate,
    end: fullDate,
    precision: z.enum(["day", "days", "week", "month", "year"]),
    localTime: plainText.nullable(),
    utc: plainText.nullable(),
    tz: z.string().describe("IANA time zone name"),
  }),
  where: location.nullable(),
  alsoAt: z
    .array(
      z.strictObject({
        placeId: id.nullable(),
        title: localizedName,
        point: z.tuple([z.number(), z.number()]).nullable(),
        where: location.nullable(),
      }),
    )
    .describe("further places of the same event, each with its own doubt"),
  actor: z
    .strictObject({
      name: plainText,
      basis: z.enum(["acknowledged", "attributed", "disputed", "unknown"]),
      claims: claimIds,
    })
    .nullable(),
  statedTarget: z.strictObject({ name: plainText, claims: claimIds.min(1) }).nullable(),
  casualties: z
    .strictObject({ killed: count, injured: count, civiliansKilled: count, claims: claimIds.min(1), asOf: partialDate })
    .nullable(),
  verification: z.strictObject({
    grade: z.enum(["confirmed", "corroborated", "single_source", "disputed", "unverified"]),
    rationale: plainText,
    assessedOn: fullDate,
    assessedBy: z.literal("Sarhad"),
  }),
  sensitivity: z.strictObject({
    level: z.enum(["open", "generalised", "withheld"]),
    reviewedOn: fullDate,
    reviewedBy: z.literal("Sarhad"),
    rationale: plainText,
  }),
  claims: z.array(claim).min(1),
  figures: z.array(statedFigure),
  related: z.array(id),
});
export type EventRecord = z.infer<typeof eventRecord>;

/** A road, railway, pipeline, power line or caravan route. */
export const corridorRecord = z.strictObject({
  ...recordBase,
  kind: z.literal("corridor"),
  mode: z.enum(["rail", "road", "pipeline", "power", "multimodal", "caravan", "link"]),
  built: z.enum(["built", "partly_built", "proposed", "historic"]),
  states: z.array(datedStatus),
  figures: z.array(statedFigure),
  schematic: z.literal(true).describe("straight lines between waypoints, not a surveyed alignment"),
  stretches: z
    .array(
      z.strictObject({
        branch: plainText.nullable(),
        built: z.enum(["built", "partly_built", "proposed", "historic"]),
      }),
    )
    .describe("one entry per line of the MultiLineString, in order"),
  waypoints: z.array(
    z.strictObject({
      title: localizedName,
      placeId: id.nullable(),
      point: z.tuple([z.number(), z.number()]).nullable(),
      branch: plainText.nullable(),
      coordSource: z.array(id),
      inferred: z.boolean().describe("true when the stop follows the known line but no cited text names it"),
      note: plainText.nullable(),
    }),
  ),
  related: z.array(id),
});
export type CorridorRecord = z.infer<typeof corridorRecord>;

/** One country and what it has joined. */
export const membershipRecord = z.strictObject({
  ...recordBase,
  kind: z.literal("country"),
  country: z.string().regex(/^[A-Z]{2}$/),
  memberships: z.array(
    z.strictObject({
      organisation: z.enum(["eco", "sco", "instc", "cpec", "bri"]),
      standing: plainText.describe("a status word of the dossier, for instance “founding-member”"),
      since: partialDate.nullable(),
      confidence: z.enum(["solid", "partial", "disputed"]),
      note: plainText.nullable(),
      asOf: partialDate,
      sources: sourceIds,
    }),
  ),
});
export type MembershipRecord = z.infer<typeof membershipRecord>;

/** Every kind of record a layer may hold. */
export const anyRecord = z.discriminatedUnion("kind", [placeRecord, eventRecord, corridorRecord, membershipRecord]);
export type AnyRecord = z.infer<typeof anyRecord>;
