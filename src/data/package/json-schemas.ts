import { z } from "zod";
import { geometry } from "../check/geometry";
import { corridorRecord } from "../corridor-record";
import { eventRecord } from "../event-record";
import { manifest } from "../manifest";
import { membershipRecord } from "../membership-record";
import { placeRecord } from "../place-record";
import { sourceRegister } from "../source";

const collectionOf = (record: z.ZodType) =>
  z.strictObject({
    type: z.literal("FeatureCollection"),
    bbox: z.array(z.number()).length(4).optional(),
    features: z.array(
      z.strictObject({
        type: z.literal("Feature"),
        id: z.string().describe("the same as `properties.id`"),
        geometry: geometry.nullable().describe("null when no point is known or the place is withheld"),
        properties: record,
      }),
    ),
  });

const SCHEMAS = {
  place: collectionOf(placeRecord),
  event: collectionOf(eventRecord),
  corridor: collectionOf(corridorRecord),
  membership: collectionOf(membershipRecord),
  layers: manifest,
  sources: sourceRegister,
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof SCHEMAS;

/** The parts of a JSON Schema that the data dictionary reads. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const published = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema) as JsonSchema;

/** The JSON Schemas (draft 2020-12) published beside the data, by name; the zod schemas are their one definition. */
export function jsonSchemas(): Readonly<Record<SchemaName, JsonSchema>> {
  return {
    place: published(SCHEMAS.place),
    event: published(SCHEMAS.event),
    corridor: published(SCHEMAS.corridor),
    membership: published(SCHEMAS.membership),
    layers: published(SCHEMAS.layers),
    sources: published(SCHEMAS.sources),
  };
}
