import type { Geometry, Position } from "geojson";
import type { AtlasFeature } from "../data/feature";
import type { Language } from "../data/language";
import type { Layer } from "../data/manifest";
import { type PictureBase, unpack } from "../picture/base";
import type { BorderTick } from "../picture/scene";
import { featureKey } from "../state/feature-key";
import type { LightLayers, PackedBase, PackedFeature, PackedGeometry } from "./light-data";
import { numbersOf } from "./line-text";
import { type PackedText, unpackText } from "./packed-text";

/** Steps of a degree in which the kilometre marks are written: 10 m. */
export const TICK_STEPS = 10_000;

/** A record of the light map: its packed form and the feature that pictures draw. */
export interface LightFeature {
  readonly layer: Layer;
  readonly packed: PackedFeature;
  readonly title: PackedText;
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

/** The kilometre marks of the border out of their text. */
export function unpackTicks(text: string): BorderTick[] {
  const numbers = numbersOf(text);
  const ticks: BorderTick[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < numbers.length; at += 4) {
    const [km = 0, bearing = 0, stepX = 0, stepY = 0] = numbers.slice(at, at + 4);
    [x, y] = [x + stepX, y + stepY];
    ticks.push({ km, bearing, point: [x / TICK_STEPS, y / TICK_STEPS] });
  }
  return ticks;
}

/** The records of layers by `layer/id`, in drawing order, with their names in `language`. */
export function unpackLayers({ layers, names }: LightLayers, language: Language): ReadonlyMap<string, LightFeature> {
  const features = new Map<string, LightFeature>();
  for (const { layer: bare, stepsPerDegree, features: packedFeatures } of layers) {
    const { title = [bare.id], records = [] } = names[bare.id] ?? {};
    // Descriptions are read in the atlas; a legend needs names.
    const layer: Layer = { ...bare, title: unpackText(title, language), description: { en: "" } };
    for (const [at, packed] of packedFeatures.entries()) {
      const { id, geometry, ...properties } = packed;
      const name = records[at] ?? [id];
      const feature = {
        type: "Feature",
        id,
        geometry: geometryOf(geometry, stepsPerDegree),
        properties: { ...properties, id, title: unpackText(name, language) },
      };
      features.set(featureKey({ layer: layer.id, id }), {
        layer,
        packed,
        title: name,
        // A packed record holds of a record all that pictures and filters read.
        feature: feature as unknown as AtlasFeature,
      });
    }
  }
  return features;
}
