import { z } from "zod";
import { datedStatus, recordBase, statedFigure } from "./record-parts";
import { id, localizedName, plainText } from "./text";

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
