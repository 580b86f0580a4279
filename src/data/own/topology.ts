import { feature as toFeature } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import * as z from "zod/mini";
import { withId } from "./feature-intake";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import { Refused } from "./refused";
import { isObject, refuseForbiddenKeys } from "./safe-json";

// The small form of the library says nothing of what is wrong unless it is told in which language.
z.config(z.locales.en());

const topology = z.looseObject({
  type: z.literal("Topology"),
  // A geometry without a type stands for none.
  objects: z.record(z.string(), z.looseObject({ type: z.nullable(z.string()) })),
  arcs: z.array(z.array(z.array(z.number()).check(z.minLength(2)))),
});

/** How many vertices a geometry has with every arc that it names: many may name the same long one. */
function verticesOf(value: unknown, arcs: Topology["arcs"]): number {
  if (typeof value === "number") return arcs[value < 0 ? ~value : value]?.length ?? 0;
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + verticesOf(part, arcs), 0);
  if (!isObject(value)) return 0;
  return verticesOf(value.arcs, arcs) + verticesOf(value.geometries, arcs);
}

/** The geometries of an object: those of a collection one by one. */
function geometriesOf(object: unknown): readonly unknown[] {
  const isCollection = isObject(object) && object.type === "GeometryCollection" && Array.isArray(object.geometries);
  return isCollection ? (object.geometries as readonly unknown[]) : [object];
}

/** The feature of one geometry; `Refused` when it names what is not there. */
function featureOf(whole: Topology, geometry: unknown): unknown {
  try {
    // Alone in a collection, a collection too becomes one feature.
    const alone: GeometryCollection = { type: "GeometryCollection", geometries: [geometry as GeometryObject] };
    return withId(toFeature(whole, alone).features[0]);
  } catch {
    return new Refused("bad-geometry");
  }
}

/**
 * The features of a parsed topology, all its objects one after the other. Those beyond the greatest number of vertices
 * are `Refused` before they are unfolded. Throws an ImportError for what is no topology.
 */
export function featuresOfTopology(value: unknown): readonly unknown[] {
  const parsed = topology.safeParse(value);
  if (!parsed.success) throw new ImportError("not-topojson", z.prettifyError(parsed.error).slice(0, 200));
  if (isObject(value) && isObject(value.objects)) refuseForbiddenKeys(value.objects);
  const whole = parsed.data as unknown as Topology;
  let vertices = 0;
  return Object.values(whole.objects)
    .flatMap(geometriesOf)
    .map((geometry) => {
      const own = verticesOf(geometry, whole.arcs);
      if (vertices + own > LIMITS.vertices) return new Refused("too-many-vertices");
      vertices += own;
      return featureOf(whole, geometry);
    });
}
