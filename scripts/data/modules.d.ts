declare module "geobuf" {
  import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
  import type Pbf from "pbf";

  export function decode(reader: Pbf): FeatureCollection<Polygon | MultiPolygon, { tzid: string }>;
}
