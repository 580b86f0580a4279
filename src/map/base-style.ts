import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
} from "@maplibre/maplibre-gl-style-spec";
import type { Banded } from "./bands";
import type { StyleContext } from "./style-context";

/** The zoom from which the relief, which is known to 2′ only, would show nothing but blur; raised land still has a shape. */
const RELIEF_END_ZOOM = { flat: 9, raised: 12 };

/** The last zoom at which the base map's tiles cover the whole world. */
const WORLD_MAXIMUM_ZOOM = 5;

/** The archives of the bundled base map, in the folder `basemap`. */
export const ARCHIVES = ["basemap-osm", "basemap-open", "relief"] as const;

/** Sources of the bundled base map: two vector archives by licence, and the relief. */
export const baseSources = ({ assets }: StyleContext): Record<string, SourceSpecification> => ({
  "basemap-osm": { type: "vector", url: `pmtiles://${assets.baseUrl}basemap/basemap-osm.pmtiles` },
  "basemap-open": { type: "vector", url: `pmtiles://${assets.baseUrl}basemap/basemap-open.pmtiles` },
  // The same archive as far as it covers the whole world: beyond, its last tiles are drawn larger.
  "basemap-world": {
    type: "vector",
    url: `pmtiles://${assets.baseUrl}basemap/basemap-open.pmtiles`,
    maxzoom: WORLD_MAXIMUM_ZOOM,
  },
  relief: {
    type: "raster-dem",
    url: `pmtiles://${assets.baseUrl}basemap/relief.pmtiles`,
    encoding: "terrarium",
    tileSize: 512,
  },
  // Shaded and raised land each need their own: the one is drawn with tiles that the other would make coarser.
  "relief-raised": {
    type: "raster-dem",
    url: `pmtiles://${assets.baseUrl}basemap/relief.pmtiles`,
    encoding: "terrarium",
    tileSize: 512,
  },
});

const fadingOut = (strength: number, isRaised: boolean): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  0,
  strength * 0.6,
  4,
  strength,
  isRaised ? 10 : 7,
  isRaised ? strength : strength * 0.8,
  isRaised ? RELIEF_END_ZOOM.raised : RELIEF_END_ZOOM.flat,
  0,
];

/** Sea, land and the relief upon it, inland water, and the lines of provinces and countries. */
export function baseStyle({ palette, theme, basemap, isRaised = false }: StyleContext): Banded {
  const isDay = theme === "light";
  const vector = (id: string, archive: "osm" | "open" | "world", sourceLayer: string) => ({
    id,
    source: `basemap-${archive}`,
    "source-layer": sourceLayer,
  });
  const shoreWidth: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 3, 0.4, 10, 1];
  const fill = (layer: ReturnType<typeof vector>, color: string, hasShore: boolean): LayerSpecification => ({
    ...layer,
    type: "fill",
    // Where the shore is drawn as a line, a smooth edge below it would be drawn for nothing.
    paint: { "fill-color": color, "fill-antialias": !hasShore },
  });
  /** A playa is dry but after rain: ground of another colour, not water. */
  const byKind = (playa: string, other: string): ExpressionSpecification => [
    "match",
    ["get", "kind"],
    "playa",
    playa,
    other,
  ];
  const water = { "fill-color": byKind(palette.hillShade, palette.sea), "fill-opacity": 1 };
  const shore = {
    "line-color": byKind(palette.terrain, palette.water),
    "line-width": shoreWidth,
    "line-opacity": isDay ? 0.55 : 0.6,
  };
  return {
    relief: [
      { id: "sea", type: "background", paint: { "background-color": palette.sea } },
      fill(vector("world-land", "world", "world_land"), palette.land, false),
      fill(vector("frame", "osm", "frame"), palette.sea, true),
      fill(vector("land", "osm", "land"), palette.land, true),
      {
        id: "hillshade",
        type: "hillshade",
        source: "relief",
        maxzoom: isRaised ? RELIEF_END_ZOOM.raised : RELIEF_END_ZOOM.flat,
        layout: { visibility: basemap === "relief-online" ? "none" : "visible" },
        paint: {
          "hillshade-method": "igor",
          "hillshade-illumination-direction": 315,
          "hillshade-shadow-color": isDay ? "#8c7650" : "#05090c",
          "hillshade-highlight-color": isDay ? "#fffaf0" : "#3d5460",
          "hillshade-accent-color": palette.hillShade,
          "hillshade-exaggeration": fadingOut(isDay ? 0.55 : 0.6, isRaised),
        },
      },
    ],
    "sea-and-land": [
      { ...vector("world-water", "world", "world_water"), type: "fill", paint: water },
      ...boundaries("world-boundary", vector("", "world", "world_boundary"), palette.admin),
      { ...vector("water", "osm", "water"), type: "fill", paint: water },
      { ...vector("water-shore", "osm", "water"), type: "line", minzoom: 4, paint: shore },
      { ...vector("shore", "osm", "land"), type: "line", paint: shore },
    ],
    rivers: [
      {
        ...vector("river", "open", "river"),
        type: "line",
        minzoom: 3,
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": palette.water,
          "line-opacity": isDay ? 0.6 : 0.65,
          "line-width": ["interpolate", ["exponential", 1.4], ["zoom"], 3, 0.4, 6, 0.9, 10, 2],
        },
      },
    ],
    admin: [
      {
        ...vector("admin1", "open", "admin1"),
        type: "line",
        minzoom: 4,
        layout: { "line-join": "round" },
        paint: {
          "line-color": palette.admin,
          "line-opacity": ["interpolate", ["linear"], ["zoom"], 4, 0.35, 6, 0.6],
          "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.6, 9, 1.1],
          "line-dasharray": [4, 2, 1, 2],
        },
      },
      ...boundaries("boundary", vector("", "osm", "boundary"), palette.admin),
    ],
  };
}

/** Lines between countries; where they are disputed, and at sea, they are broken. */
function boundaries(
  name: string,
  layer: { source: string; "source-layer": string },
  color: string,
): LayerSpecification[] {
  const source = { source: layer.source, "source-layer": layer["source-layer"] };
  const isBroken: ExpressionSpecification = [
    "any",
    ["==", ["to-boolean", ["get", "disputed"]], true],
    ["==", ["get", "kind"], "maritime"],
  ];
  const width: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 2, 0.6, 6, 1.2, 10, 2];
  return [
    {
      id: name,
      type: "line",
      ...source,
      filter: ["!", isBroken],
      layout: { "line-join": "round" },
      paint: { "line-color": color, "line-width": width },
    },
    {
      id: `${name}-broken`,
      type: "line",
      ...source,
      filter: isBroken,
      layout: { "line-join": "round" },
      paint: { "line-color": color, "line-width": width, "line-dasharray": [3, 2], "line-opacity": 0.8 },
    },
  ];
}
