import { z } from "zod";
import { location } from "./location";
import { datedStatus, recordBase, sourcedText, statedFigure } from "./record-parts";
import { id, plainText } from "./text";

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
