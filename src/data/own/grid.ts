import type { OwnColumns } from "./columns";

/** The columns that decide where a row is seen. */
export type GridColumns = Pick<OwnColumns, "lng" | "lat">;

/** What part of the world is looked at, and how near. */
export interface GridQuestion {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly zoom: number;
}

/** What is to be drawn: rows that stand alone, and groups at the middle of their rows. */
export interface GridAnswer {
  readonly rows: Uint32Array;
  readonly groupLng: Float64Array;
  readonly groupLat: Float64Array;
  readonly groupCount: Uint32Array;
  /** Rows that period and filters let through, wherever they are. */
  readonly letThrough: number;
}

const TILE_PX = 512;
const CELL_PX = 64;
/** From here on rows that share a cell are drawn each, up to so many. */
const APART_ZOOM = 16;
const APART_ROWS = 30;

const mercatorY = (lat: number) => {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
};

/**
 * Gathers the rows of a table in a grid that is fixed to the world, so that panning moves no group: one pass over all
 * rows, whatever their number. A row alone in its cell stands for itself. `isLetThrough` holds 0 for the rows that are
 * left out; null lets all through.
 */
export function gridOf(
  { lng, lat }: GridColumns,
  { bounds, zoom }: GridQuestion,
  isLetThrough: Uint8Array | null,
): GridAnswer {
  const cellsAcross = (TILE_PX / CELL_PX) * 2 ** Math.floor(zoom);
  const [west, south, east, north] = bounds;
  const left = Math.floor(((west + 180) / 360) * cellsAcross);
  const right = Math.floor(((east + 180) / 360) * cellsAcross);
  const top = Math.floor(mercatorY(north) * cellsAcross);
  const bottom = Math.floor(mercatorY(south) * cellsAcross);
  const width = Math.max(1, right - left + 1);
  const cells = new Map<number, { count: number; lng: number; lat: number; rows: number[] }>();
  let letThrough = 0;
  for (let row = 0; row < lng.length; row++) {
    if (isLetThrough?.[row] === 0) continue;
    letThrough++;
    const [x, y] = [lng[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    // NaN fails every comparison, so a row without a position is passed over here.
    if (!(x >= west && x <= east && y >= south && y <= north)) continue;
    const column = Math.floor(((x + 180) / 360) * cellsAcross) - left;
    const line = Math.floor(mercatorY(y) * cellsAcross) - top;
    if (line < 0 || line > bottom - top + 1) continue;
    const key = line * width + column;
    const cell = cells.get(key);
    if (!cell) cells.set(key, { count: 1, lng: x, lat: y, rows: [row] });
    else {
      cell.count++;
      cell.lng += x;
      cell.lat += y;
      if (cell.rows.length < APART_ROWS) cell.rows.push(row);
    }
  }
  const all = [...cells.values()];
  const isApart = ({ count }: { count: number }) => count === 1 || (zoom >= APART_ZOOM && count <= APART_ROWS);
  const groups = all.filter((cell) => !isApart(cell));
  return {
    rows: Uint32Array.from(all.filter(isApart).flatMap(({ rows }) => rows)),
    groupLng: Float64Array.from(groups, (cell) => cell.lng / cell.count),
    groupLat: Float64Array.from(groups, (cell) => cell.lat / cell.count),
    groupCount: Uint32Array.from(groups, ({ count }) => count),
    letThrough,
  };
}
