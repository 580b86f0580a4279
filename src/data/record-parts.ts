import { z } from "zod";
import { sourceIds } from "./source";
import { fullDate, id, localizedName, localizedText, partialDate, plainText } from "./text";

/** One change of a record: what was corrected, and when. */
export const revision = z.strictObject({ revision: z.int().positive(), date: fullDate, note: plainText });

/** Marks what “geography only” leaves out: violence, and what is told only because of it. */
export const touchesConflict = z.literal(true).optional().describe("left out by the “geography only” setting");

/** A sentence that a source supports. */
export const sourcedText = z.strictObject({
  text: localizedText,
  date: partialDate.nullable(),
  sources: sourceIds,
  conflict: touchesConflict,
});
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
  conflict: touchesConflict,
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
  conflict: touchesConflict,
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
