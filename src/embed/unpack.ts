import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { unpack } from "../picture/base";
import { featureKey } from "../state/feature-key";
import type { LightLayers, LightSource, PackedFeature, PackedGeometry } from "./light-data";

/** A record of the light map: its packed form, the feature that pictures draw, and its sources by their numbers. */
export interface LightFeature {
  readonly layer: Layer;
  readonly packed: PackedFeature;
  readonly feature: AtlasFeature;
  readonly sources: readonly LightSource[];
}

function geometryOf(geometry: PackedGeometry | null, stepsPerDegree: number): Geometry | null {
  if (geometry === null) return null;
  if ("point" in geometry) return { type: "Point", coordinates: [...geometry.point] };
  const lines: Position[][] = unpack("lines" in geometry ? geometry.lines : geometry.rings, stepsPerDegree);
  return "lines" in geometry
    ? { type: "MultiLineString", coordinates: lines }
    : { type: "MultiPolygon", coordinates: lines.map((ring) => [ring]) };
}

/** The records of a data script by `layer/id`, in drawing order. */
export function unpackLayers({ layers, sources }: LightLayers): ReadonlyMap<string, LightFeature> {
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
        sources,
      });
    }
  }
  return features;
}
