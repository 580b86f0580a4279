import { z } from "zod";
import { ORGANISATIONS } from "./organisation";
import { recordBase } from "./record-parts";
import { sourceIds } from "./source";
import { partialDate, plainText } from "./text";

/** One country and what it has joined. */
export const membershipRecord = z.strictObject({
  ...recordBase,
  kind: z.literal("country"),
  country: z.string().regex(/^[A-Z]{2}$/),
  memberships: z.array(
    z.strictObject({
      organisation: z.enum(ORGANISATIONS),
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
