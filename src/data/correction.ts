import { z } from "zod";
import { fullDate, localizedText } from "./text";

/** A correction of the records, by the data version that first holds it. */
export const correction = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  date: fullDate,
  text: localizedText.describe("what was wrong and what it says now"),
});
export type Correction = z.infer<typeof correction>;

/** The file `data/versions/corrections.json`, oldest first. */
export const correctionFile = z.strictObject({ corrections: z.array(correction) });
export type CorrectionFile = z.infer<typeof correctionFile>;
