import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
} from "@maplibre/maplibre-gl-style-spec";
import type { Banded } from "./bands";
import { haloed, REGULAR } from "./label-layout";
import type { StyleContext } from "./style-context";

/**
 * Base maps that their publishers serve to anyone without a key. They are asked for only on the page that may reach the
 * network, when the reader chooses one. OpenFreeMap: OpenMapTiles schema, no limits stated. Terrain tiles: open data on
 * AWS (Tilezen Joerd).
 */
export function onlineSources({ basemap }: StyleContext): Record<string, SourceSpecification> {
  if (basemap === "openfreemap") {
    return { openfreemap: { type: "vector", url: "https://tiles.openfreemap.org/planet" } };
  }
  if (basemap === "relief-online") {
    return {
      "relief-online": {
        type: "raster-dem",
        tiles: ["https://s3.amazonaws.com/elevation-tiles-prod/terrarium/{z}/{x}/{y}.png"],
        encoding: "terrarium",
        tileSize: 256,
        maxzoom: 14,
      },
    };
  }
  return {};
}

const byZoom = (from: number, thin: number, to: number, wide: number): ExpressionSpecification => [
  "interpolate",
  ["exponential", 1.5],
  ["zoom"],
  from,
  thin,
  to,
  wide,
];

/** The streets, built-up areas and small places of OpenFreeMap in the colours of the atlas. */
function streets({ palette, language }: StyleContext): Banded {
  const layer = (id: string, sourceLayer: string) => ({
    id: `online-${id}`,
    source: "openfreemap",
    "source-layer": sourceLayer,
  });
  const road = (
    id: string,
    classes: string[],
    width: ExpressionSpecification,
    minzoom: number,
  ): LayerSpecification => ({
    ...layer(id, "transportation"),
    type: "line",
    minzoom,
    filter: ["in", ["get", "class"], ["literal", classes]],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": palette.muted, "line-opacity": 0.55, "line-width": width },
  });
  const nameKey = language === "en" ? "name:en" : `name:${language}`;
  return {
    "sea-and-land": [
      {
        ...layer("built-up", "landuse"),
        type: "fill",
        filter: ["in", ["get", "class"], ["literal", ["residential", "commercial", "industrial"]]],
        paint: { "fill-color": palette.hillShade, "fill-opacity": 0.6 },
      },
      { ...layer("water", "water"), type: "fill", paint: { "fill-color": palette.sea } },
    ],
    rivers: [
      {
        ...layer("waterway", "waterway"),
        type: "line",
        minzoom: 8,
        paint: { "line-color": palette.water, "line-opacity": 0.6, "line-width": byZoom(8, 0.5, 14, 2.5) },
      },
    ],
    roads: [
      road("minor-road", ["minor", "service", "track"], byZoom(11, 0.3, 16, 4), 11),
      road("middle-road", ["secondary", "tertiary"], byZoom(8, 0.4, 16, 6), 8),
      road("main-road", ["motorway", "trunk", "primary"], byZoom(5, 0.6, 16, 8), 5),
      {
        ...layer("railway", "transportation"),
        type: "line",
        minzoom: 7,
        filter: ["==", ["get", "class"], "rail"],
        paint: { "line-color": palette.ink, "line-width": byZoom(7, 0.6, 14, 2), "line-dasharray": [4, 2] },
      },
      {
        ...layer("building", "building"),
        type: "fill",
        minzoom: 13,
        paint: { "fill-color": palette.muted, "fill-opacity": 0.25 },
      },
    ],
    labels: [
      {
        ...layer("place-label", "place"),
        type: "symbol",
        minzoom: 9,
        filter: ["in", ["get", "class"], ["literal", ["village", "hamlet", "suburb", "neighbourhood"]]],
        layout: {
          "text-field": ["coalesce", ["get", nameKey], ["get", "name:en"], ["get", "name"]],
          "text-font": REGULAR,
          "text-size": 11.5,
          "text-max-width": 8,
        },
        paint: haloed(palette, palette.muted),
      },
    ],
  };
}

/** Fine relief in place of the bundled one. */
function relief({ palette, theme }: StyleContext): Banded {
  const isDay = theme === "light";
  return {
    relief: [
      {
        id: "online-hillshade",
        type: "hillshade",
        source: "relief-online",
        paint: {
          "hillshade-method": "igor",
          "hillshade-illumination-direction": 315,
          "hillshade-shadow-color": isDay ? "#8c7650" : "#05090c",
          "hillshade-highlight-color": isDay ? "#fffaf0" : "#3d5460",
          "hillshade-accent-color": palette.hillShade,
          "hillshade-exaggeration": 0.5,
        },
      },
    ],
  };
}

/** What the chosen online base map adds; nothing for the bundled one. */
export function onlineStyle(context: StyleContext): Banded {
  if (context.basemap === "openfreemap") return streets(context);
  return context.basemap === "relief-online" ? relief(context) : {};
}
