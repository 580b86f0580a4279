import { z } from "zod";
import { fullDate, id, partialDate, plainText } from "./text";

/** One publication that a record rests on, as kept in the register `data/sources.json`. */
export const source = z
  .strictObject({
    id,
    title: plainText,
    publisher: plainText,
    url: z
      .url()
      .regex(/^https?:/)
      .nullable()
      .describe("the publisher's own address; http addresses are shown unlinked"),
    locator: plainText
      .nullable()
      .describe("where to find it when it has no address: package and version, page, volume"),
    lang: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
      .describe("BCP 47 tag of the text"),
    type: z.enum(["official", "agency", "press", "encyclopaedia", "gazetteer", "dataset", "report", "blog", "social"]),
    scale: plainText.nullable().describe("scale or resolution, for maps and datasets"),
    affiliation: z.enum(["iran", "pakistan", "third_party", "unknown"]),
    published: partialDate.nullable(),
    accessed: fullDate,
    archivedUrl: z
      .url()
      .regex(/^https:/)
      .nullable(),
    licence: plainText.nullable().describe("SPDX id where there is one"),
    note: plainText.nullable().describe("reliability, reposting, or what was and was not readable"),
    conflict: z
      .literal(true)
      .optional()
      .describe("its title names violence: “geography only” shows the publisher alone"),
  })
  .refine((entry) => entry.url !== null || entry.locator !== null, "a source without an address needs a locator");
export type Source = z.infer<typeof source>;

/** The source register. */
export const sourceRegister = z.strictObject({ version: plainText, sources: z.array(source) });
export type SourceRegister = z.infer<typeof sourceRegister>;

/** Ids of register entries, at least one. */
export const sourceIds = z.array(id).min(1);
