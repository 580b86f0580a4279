import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { type PictureBase, unpack } from "../picture/base";
import { featureKey } from "../state/feature-key";
import type { LightLayers, PackedBase, PackedFeature, PackedGeometry } from "./light-data";
import { numbersOf } from "./line-text";

/** A record of the light map: its packed form and the feature that pictures draw. */
export interface LightFeature {
  readonly layer: Layer;
  readonly packed: PackedFeature;
  readonly feature: AtlasFeature;
}

function geometryOf(geometry: PackedGeometry | null, stepsPerDegree: number): Geometry | null {
  if (geometry === null) return null;
  if ("point" in geometry) return { type: "Point", coordinates: [...geometry.point] };
  const lines: Position[][] = unpack(
    ("lines" in geometry ? geometry.lines : geometry.rings).map(numbersOf),
    stepsPerDegree,
  );
  return "lines" in geometry
    ? { type: "MultiLineString", coordinates: lines }
    : { type: "MultiPolygon", coordinates: lines.map((ring) => [ring]) };
}

/** The ground as pictures draw it. */
export const unpackBase = ({ stepsPerDegree, land, boundaries, disputed }: PackedBase): PictureBase => ({
  stepsPerDegree,
  land: land.map(numbersOf),
  boundaries: boundaries.map(numbersOf),
  disputed: disputed.map(numbersOf),
});

/** The records of a data script by `layer/id`, in drawing order. */
export function unpackLayers({ layers }: LightLayers): ReadonlyMap<string, LightFeature> {
  const features = new Map<string, LightFeature>();
  for (const { layer, stepsPerDegree, features: packedFeatures } of layers) {
    for (const packed of packedFeatures) {
      const { id, geometry, ...properties } = packed;
      const feature = {
        type: "Feature",
        id,
        geometry: geometryOf(geometry, stepsPerDegree),
        properties: { ...properties, id },
      };
      features.set(featureKey({ layer: layer.id, id }), {
        layer,
        packed,
        // A packed record holds of a record all that pictures and filters read.
        feature: feature as unknown as AtlasFeature,
      });
    }
  }
  return features;
}
