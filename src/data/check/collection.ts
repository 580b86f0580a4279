import { basename } from "node:path";
import { z } from "zod";
import { corridorRecord } from "../corridor-record";
import { eventRecord } from "../event-record";
import type { Layer, ShippedLayer } from "../manifest";
import { membershipRecord } from "../membership-record";
import { placeRecord } from "../place-record";
import { type AnyRecord, anyRecord } from "../record";
import { type CheckedGeometry, geometry, geometryProblems } from "./geometry";
import { type Problem, problemsOf } from "./problem";
import { readJson } from "./read-json";

/** A feature that has passed the schema. */
export interface CheckedFeature {
  readonly file: string;
  readonly id: string;
  readonly geometry: CheckedGeometry | null;
  readonly record: AnyRecord;
}

/** What one file gave: the features that can be used further, and what is wrong. */
export interface CheckedCollection {
  readonly features: readonly CheckedFeature[];
  readonly problems: readonly Problem[];
}

const RECORDS = {
  place: placeRecord,
  event: eventRecord,
  corridor: corridorRecord,
  membership: membershipRecord,
} as const satisfies Record<ShippedLayer["record"], z.ZodType<AnyRecord>>;

const collection = z.strictObject({
  type: z.literal("FeatureCollection"),
  features: z.array(z.unknown()),
  bbox: z.array(z.number()).length(4).optional(),
});

const envelope = z.strictObject({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: geometry.nullable(),
  properties: z.record(z.string(), z.unknown()),
});

function nameOf(feature: unknown, index: number): string {
  const named = z.object({ id: z.string() }).safeParse(feature);
  return named.success ? named.data.id : `feature ${index}`;
}

/** Reads one file of records; `layer` is its entry in the manifest, null for a file of the reader's own. */
export function readCollection(path: string, layer: Layer | null): CheckedCollection {
  const read = readJson(path);
  return "problem" in read
    ? { features: [], problems: [read.problem] }
    : checkCollection(basename(path), read.value, layer);
}

/** The records in the parsed content of `file`, and what is wrong with each by itself. */
export function checkCollection(file: string, value: unknown, layer: Layer | null): CheckedCollection {
  const whole = collection.safeParse(value);
  if (!whole.success) return { features: [], problems: problemsOf(file, null, "", whole.error) };
  const features: CheckedFeature[] = [];
  const problems: Problem[] = [];
  for (const [index, raw] of whole.data.features.entries()) {
    const name = nameOf(raw, index);
    const outer = envelope.safeParse(raw);
    if (!outer.success) {
      problems.push(...problemsOf(file, name, "", outer.error));
      continue;
    }
    const schema = layer && layer.record !== "own" ? RECORDS[layer.record] : anyRecord;
    const record = schema.safeParse(outer.data.properties);
    const { id, geometry: shape } = outer.data;
    if (!record.success) problems.push(...problemsOf(file, id, "properties", record.error));
    if (shape) problems.push(...geometryProblems(file, id, shape, layer?.extent ?? null));
    if (!record.success) continue;
    if (record.data.id !== id) {
      problems.push({
        file,
        feature: id,
        path: "properties.id",
        reason: `differs from the feature's id: ${record.data.id}`,
      });
    }
    features.push({ file, id, geometry: shape, record: record.data });
  }
  return { features, problems };
}
