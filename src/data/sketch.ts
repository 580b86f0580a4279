import { z } from "zod";

/** What can be drawn; a text is a point whose title is meant to be read on the map. */
export const SKETCH_KINDS = ["point", "line", "area", "text"] as const;
export type SketchKind = (typeof SKETCH_KINDS)[number];

const vertex = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const text = z.string().max(4000);
/** Far more than anybody draws, and than a device keeps. */
const MOST = 100_000;

/** Something that the reader drew, with what they wrote about it. Vertices are `[lng, lat]` in degrees. */
export const sketch = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(SKETCH_KINDS),
  vertices: z.array(vertex).min(1).max(MOST),
  title: text,
  note: text,
  category: text,
  /** An ISO date, or empty. */
  date: z.union([z.literal(""), z.iso.date()]),
});
export type Sketch = z.infer<typeof sketch>;

/** The same place as it can be kept: a map that shows the world more than once counts on beyond 180 degrees. */
export function onEarth([lng, lat]: readonly [lng: number, lat: number]): [lng: number, lat: number] {
  const turned = Math.abs(lng) <= 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
  return [turned, Math.max(-90, Math.min(90, lat))];
}

/** A day as it can be kept; empty for none, and for the years of more than four digits that browsers let readers type. */
export const keptDay = (date: string): string => (sketch.shape.date.safeParse(date).success ? date : "");

/** Everything drawn at one moment, and the line or area that is being drawn. */
export const sketchbook = z.strictObject({
  sketches: z.array(sketch).max(MOST),
  draft: z.strictObject({ kind: z.enum(["line", "area"]), vertices: z.array(vertex).max(MOST) }).nullable(),
  /** Numbers given out so far, so that none is given twice. */
  given: z.int().nonnegative(),
});
export type Sketchbook = z.infer<typeof sketchbook>;

/** What the device keeps: the sketchbook with the steps that can be undone and redone. */
export const keptSketchbook = z.strictObject({
  version: z.literal(1),
  now: sketchbook,
  past: z.array(sketchbook),
  future: z.array(sketchbook),
});
export type KeptSketchbook = z.infer<typeof keptSketchbook>;
