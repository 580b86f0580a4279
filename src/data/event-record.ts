import { z } from "zod";
import { location } from "./location";
import { recordBase, statedFigure } from "./record-parts";
import { sourceIds } from "./source";
import { fullDate, id, localizedName, localizedText, partialDate, plainText } from "./text";

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
