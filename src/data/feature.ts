import type { Feature, FeatureCollection, Geometry } from "geojson";
import { isOwn } from "./is-own";
import type { AnyRecord, AtlasRecord } from "./record";

/** A record with its place: the geometry is null when no point is known or it is withheld. */
export type AtlasFeature = Feature<Geometry | null, AtlasRecord> & { readonly id: string };

/** A feature of the atlas itself, not of the reader's own data. */
export type ShippedFeature = Feature<Geometry | null, AnyRecord> & { readonly id: string };

/** True for a feature of the atlas itself. */
export const isShipped = (feature: AtlasFeature): feature is ShippedFeature => !isOwn(feature.properties);

/** The features of one layer file. */
export type AtlasCollection = Omit<FeatureCollection<Geometry | null, AtlasRecord>, "features"> & {
  readonly features: readonly AtlasFeature[];
};
