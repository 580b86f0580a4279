declare module "@terraformer/arcgis" {
  import type { Geometry } from "geojson";

  /** The GeoJSON geometry of one of Esri JSON, in the same numbers; `{}` for what is none. */
  export function arcgisToGeoJSON(geometry: object): Geometry;
}
