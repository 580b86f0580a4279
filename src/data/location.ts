import { z } from "zod";
import { fullDate, id, plainText } from "./text";

/** The least radius in metres each precision class may claim (our rule; coarser classes hold wider doubt). */
export const PRECISION_FLOOR_METERS = {
  site: 10,
  vicinity: 500,
  settlement: 1_000,
  district: 5_000,
  province: 25_000,
  country: 100_000,
} as const;
export const precisionClass = z.enum(["site", "vicinity", "settlement", "district", "province", "country"]);
export type PrecisionClass = z.infer<typeof precisionClass>;

/** Where something is, how well that is known, and who says so. */
export const location = z
  .strictObject({
    place: plainText.nullable().describe("the place as the sources name it, in English"),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .describe("ISO 3166-1 alpha-2; null on a border or at sea"),
    adm1: plainText.nullable(),
    adm2: plainText.nullable(),
    precision: precisionClass,
    uncertaintyRadiusM: z.number().positive().max(1_000_000).describe("metres; the true place lies within it"),
    method: z.enum(["imagery_geolocation", "published_coordinates", "place_name", "admin_centroid", "estimate"]),
    onBorder: z
      .strictObject({ line: z.enum(["border", "border-200m"]), chainageM: z.number().nonnegative() })
      .nullable()
      .describe("set when the point was derived from the border line: chainage in metres from the tripoint"),
    georeferencedBy: plainText,
    georeferencedOn: fullDate,
    protocol: plainText,
    coordSource: z.array(id).min(1).describe("register ids of what the coordinate comes from"),
    remarks: plainText.nullable(),
    generalisation: z.strictObject({
      applied: z.boolean(),
      toM: z.number().positive().nullable(),
      reason: plainText.nullable(),
    }),
  })
  .refine((where) => where.uncertaintyRadiusM >= PRECISION_FLOOR_METERS[where.precision], {
    message: "radius is below the floor of its precision class",
    path: ["uncertaintyRadiusM"],
  })
  .refine(
    (where) => where.precision !== "site" || ["imagery_geolocation", "published_coordinates"].includes(where.method),
    { message: "a site needs imagery or published coordinates", path: ["method"] },
  );
export type Location = z.infer<typeof location>;
