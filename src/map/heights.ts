import { atlasFolder } from "../state/atlas-folder";
import { project } from "../state/camera";
import type { ReadHeights } from "../state/heights";
import { archiveAt } from "./archives";
import { elevationsAt, type ReadTile } from "./elevation";

/** Zoom of the finest tiles of the bundled relief, whose points are 2′ apart. */
const BUNDLED_ZOOM = 6;
const BUNDLED_SPACING_METERS = 3_500;

const ONLINE_TILES = "https://s3.amazonaws.com/elevation-tiles-prod/terrarium";
/** As fine as the land here was surveyed, about 30 m; and no more tiles than a publisher gives gladly. */
const FINEST_ZOOM = 12;
const MOST_TILES = 48;
const TILE_PX = 256;
const EQUATOR_METERS = 40_075_017;

const readOnline: ReadTile = async (z, x, y) => {
  const response = await fetch(`${ONLINE_TILES}/${z}/${x}/${y}.png`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the online relief: HTTP ${response.status}`);
  return response.arrayBuffer();
};

type Positions = Parameters<ReadHeights>[0];

const countTiles = (positions: Positions, zoom: number) =>
  new Set(
    positions.map((position) =>
      project(position)
        .map((at) => Math.floor(at * 2 ** zoom))
        .join("/"),
    ),
  ).size;

/** The finest zoom at which the positions lie in few enough tiles. */
function zoomFor(positions: Positions): number {
  let zoom = FINEST_ZOOM;
  while (zoom > BUNDLED_ZOOM && countTiles(positions, zoom) > MOST_TILES) zoom--;
  return zoom;
}

/** Reads the heights of the land; no map need be drawn for it. */
export const readHeights: ReadHeights = async (positions, basemap) => {
  if (basemap !== "relief-online") {
    const { tile } = archiveAt(`${atlasFolder()}basemap/relief.pmtiles`);
    const meters = await elevationsAt(tile, BUNDLED_ZOOM, positions);
    return { meters, relief: "bundled", spacingMeters: BUNDLED_SPACING_METERS };
  }
  const zoom = zoomFor(positions);
  const latitude = positions[0]?.[1] ?? 0;
  const spacingMeters = (EQUATOR_METERS * Math.cos((latitude * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
  return { meters: await elevationsAt(readOnline, zoom, positions), relief: "online", spacingMeters };
};
