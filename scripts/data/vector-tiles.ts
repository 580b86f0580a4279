import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Geometry } from "geojson";
import type { Tile } from "./pmtiles-writer.ts";

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A layer of a vector archive: its features, and from which zoom each is in the tiles. */
export interface TileLayer {
  readonly name: string;
  readonly features: readonly Feature<Geometry>[];
  readonly minZoom: (properties: Readonly<Record<string, unknown>>) => number;
  readonly maxZoom?: number;
  /** Simplification in units of 1/4096 of a tile. */
  readonly tolerance?: number;
}

const EXTENT = 4096;

const column = (lng: number, z: number) => Math.floor(((lng + 180) / 360) * 2 ** z);
const row = (lat: number, z: number) => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
};

/** Columns and rows of the tiles of zoom `z` that touch `box`, clipped to the world. */
export function tileRange([west, south, east, north]: Box, z: number) {
  const last = 2 ** z - 1;
  const clamp = (value: number) => Math.min(last, Math.max(0, value));
  return {
    fromX: clamp(column(west, z)),
    toX: clamp(column(east - 1e-9, z)),
    fromY: clamp(row(north, z)),
    toY: clamp(row(south + 1e-9, z)),
  };
}

/** Cuts the tiles of one zoom that touch any of `boxes`, of all layers that have features there. */
export type TileCutter = (z: number, boxes: readonly Box[]) => Tile[];

/** An index of the features a layer has at `z`; the next zoom cuts on from the tiles of this one. */
function indexesOf(layer: TileLayer): (z: number) => GeoJSONVT | undefined {
  let [index, indexed]: [GeoJSONVT | undefined, number] = [undefined, 0];
  return (z) => {
    const features = layer.features.filter(({ properties }) => layer.minZoom(properties ?? {}) <= z);
    if (features.length === 0 || z > (layer.maxZoom ?? 24)) return undefined;
    if (index && features.length === indexed) return index;
    indexed = features.length;
    // geojson-vt does not simplify at its own maximum zoom, so that lies above every zoom written.
    index = new GeoJSONVT(
      { type: "FeatureCollection", features },
      { maxZoom: 20, indexMaxZoom: 4, indexMaxPoints: 0, tolerance: layer.tolerance ?? 3, extent: EXTENT, buffer: 64 },
    );
    return index;
  };
}

/** A cutter for `layers`, to be asked for one zoom after the other, lowest first. */
export function tileCutter(layers: readonly TileLayer[]): TileCutter {
  const sources = layers.map((layer) => ({ name: layer.name, indexAt: indexesOf(layer) }));
  return (z, boxes) => {
    const indexes = sources.map(({ name, indexAt }) => ({ name, index: indexAt(z) }));
    const tiles = new Map<string, Tile>();
    for (const { fromX, toX, fromY, toY } of boxes.map((box) => tileRange(box, z))) {
      for (let x = fromX; x <= toX; x++) {
        for (let y = fromY; y <= toY; y++) {
          if (tiles.has(`${x}/${y}`)) continue;
          const found = indexes.flatMap(({ name, index }) => {
            const tile = index?.getTile(z, x, y);
            return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
          });
          if (found.length === 0) continue;
          const data = fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: EXTENT });
          tiles.set(`${x}/${y}`, { z, x, y, data });
        }
      }
    }
    return [...tiles.values()];
  };
}
