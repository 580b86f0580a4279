import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";

/** What is drawn over what, bottom to top. `claims` draws nothing: it keeps labels off the symbols below them. */
export const BANDS = [
  "relief",
  "sea-and-land",
  "areas",
  "rivers",
  "roads",
  "admin",
  "corridors",
  "overlays",
  "border",
  "doubt",
  "symbols",
  "labels",
  "selection",
  "claims",
] as const;
export type Band = (typeof BANDS)[number];

/** Style layers by the band they belong to. */
export type Banded = { readonly [Name in Band]?: readonly LayerSpecification[] };

/** All layers in drawing order: by band, and within a band in the order of `parts`. */
export const stack = (parts: readonly Banded[]): LayerSpecification[] =>
  BANDS.flatMap((band) => parts.flatMap((part) => part[band] ?? []));
