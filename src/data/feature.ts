import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { AnyRecord } from "./record";

/** A record with its place: the geometry is null when no point is known or it is withheld. */
export type AtlasFeature = Feature<Geometry | null, AnyRecord> & { readonly id: string };

/** The features of one layer file. */
export type AtlasCollection = Omit<FeatureCollection<Geometry | null, AnyRecord>, "features"> & {
  readonly features: readonly AtlasFeature[];
};
