import { z } from "zod";

export { LANGUAGES, type Language } from "./language";

/** Control characters, bidirectional overrides and lone surrogates: they can disguise what a text says. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Plain text for people: never empty, never markup, no character that can disguise it. */
export const plainText = z
  .string()
  .min(1)
  .max(4000)
  .refine((text) => !UNSAFE.test(text), "holds a control, bidirectional-override or lone-surrogate character");

/** One text in English and, where a translation exists, Urdu and Persian. */
export const localizedText = z.strictObject({
  en: plainText.describe("English, always present"),
  ur: plainText.optional().describe("Urdu"),
  fa: plainText.optional().describe("Persian"),
});
export type LocalizedText = z.infer<typeof localizedText>;

/** A name in English, Urdu and Persian, and in Balochi where a source gives it. */
export const localizedName = localizedText.extend({ bal: plainText.optional().describe("Balochi, where known") });
export type LocalizedName = z.infer<typeof localizedName>;

/** Ids are lower-case words joined by hyphens and are never reused. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case letters, digits and single hyphens");

/** A date known to the year, the month or the day. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "a date is YYYY, YYYY-MM or YYYY-MM-DD");

/** A date known to the day. */
export const fullDate = z.iso.date();
