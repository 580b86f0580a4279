import { z } from "zod";
import { precisionClass } from "./location";
import { fullDate } from "./text";

/** A value of the reader's own data, as it was read: text and numbers, and whatever JSON nests. */
export const ownCell = z.json();
export type OwnCell = z.infer<typeof ownCell>;

/** Days between which something happened, both included, and how finely that is known. */
export const ownInterval = z
  .strictObject({ start: fullDate, end: fullDate, precision: z.enum(["day", "days", "week", "month", "year"]) })
  .refine(({ start, end }) => start <= end, { message: "ends before it starts", path: ["end"] });
export type OwnInterval = z.infer<typeof ownInterval>;

/** How exactly a place is known; the atlas's own classes and a radius in metres. */
export const ownPrecision = z.strictObject({
  precision: precisionClass,
  uncertaintyRadiusM: z.number().positive().max(1_000_000),
});
export type OwnPrecision = z.infer<typeof ownPrecision>;

const title = z.string().min(1).max(10_000);

const timeless = z.strictObject({
  kind: z.literal("own"),
  /** The number of its row or feature in what it was read from, or an id given while drawing. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  status: z.literal("current"),
  /** What it is called. `en` is the one text there is when the language of the reader's data is not known. */
  title: z.strictObject({ en: title, ur: title.optional(), fa: title.optional(), bal: title.optional() }),
  category: z.string().max(10_000).nullable(),
  where: ownPrecision.nullable(),
  /** The reader's own columns or properties, unchanged and in their order. */
  cells: z.record(z.string(), ownCell),
});
const dated = timeless.extend({ when: ownInterval });

/** A record of the reader's own data: imported or drawn. It has a `when` only when it has a date. */
export const ownRecord = z.union([dated, timeless]);
export type OwnRecord = z.infer<typeof ownRecord>;
