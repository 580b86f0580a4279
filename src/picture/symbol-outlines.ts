import type { SymbolName } from "../data/manifest";

/** What a symbol is drawn from, on a grid of 20 × 20 with its middle at 10, 10. */
export interface Outline {
  /** `solid` is a filled silhouette, `stroke` a drawing of lines. */
  readonly draw: "solid" | "stroke";
  readonly body: string;
  /** Lines cut into a silhouette in the colour of paper. */
  readonly detail?: string;
  readonly detailWidth?: number;
  /** Height at which a silhouette carries the mark of its grade. */
  readonly center?: number;
  /** Top and bottom of the middle line that splits a silhouette in two. */
  readonly axis?: readonly [top: number, bottom: number];
  readonly width?: number;
  readonly dash?: string;
  readonly fill?: "paper" | "none";
  /** Filled points of a drawing of lines. */
  readonly dots?: string;
}

type OutlineName =
  | Exclude<SymbolName, "crossing" | "town">
  | `crossing-${"open" | "closed" | "unknown"}`
  | `town-${1 | 2 | 3 | 4}`;

/** A circle as a path, from its middle on the grid. */
export const ring = (radius: number, x = 10, y = 10) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0z`;

const COUNTRY = "M3 5.5 8.5 3l4 2.2L17.3 4l-.6 6.3 1 4.2-5.2 2.8-4-1.6-4.7 1.2.7-5.6z";

/** The drawings of the symbol set, told apart by silhouette at 16 px. */
export const OUTLINES: Readonly<Record<OutlineName, Outline>> = {
  border: { draw: "stroke", body: "M2 15.5c3.5-5 5.5 1 8.5-3.5S13 6 18 4.5", width: 3 },
  tripoint: { draw: "solid", body: "M10 .8 12.7 8.4 18.8 15 10 13.2 1.2 15 7.3 8.4z" },
  terminus: { draw: "solid", body: "M3.2 3.6h13.6v3.9h-4.7v9.3H7.9V7.5H3.2z" },
  strike: {
    draw: "solid",
    body: "M10 0.8 11.5 6.4 14.2 5.8 13.6 8.5 19.2 10 13.6 11.5 14.2 14.2 11.5 13.6 10 19.2 8.5 13.6 5.8 14.2 6.4 11.5 0.8 10 6.4 8.5 5.8 5.8 8.5 6.4z",
    axis: [1, 19],
  },
  incident: { draw: "solid", body: "M10 2.2 18.6 17.2H1.4z", center: 12.3, axis: [2.2, 17.2] },
  "crossing-open": {
    draw: "solid",
    body: "M2.6 17.8V6.8L14.9.9l1.5 3L6 8.9v8.9zM13.8 9.2h3.4v8.6h-3.4z",
  },
  "crossing-closed": {
    draw: "solid",
    body: "M2.8 5.2h3.4v2.6h7.6V5.2h3.4v2.6h1.6v3.4h-1.6v6.6h-3.4v-6.6H6.2v6.6H2.8v-6.6H1.2V7.8h1.6z",
  },
  "crossing-unknown": { draw: "solid", body: "M2.8 5.2h3.4v12.6H2.8zM13.8 5.2h3.4v12.6h-3.4z" },
  market: {
    draw: "solid",
    body: "M4.6 2.8h10.8L18.8 9a2.2 2.2 0 0 1-3.5 1.3V17.4H4.7V10.3A2.2 2.2 0 0 1 1.2 9z",
    detail: "M7.2 14h5.6M5 8.9a1.7 1.7 0 0 0 3.3.1 1.7 1.7 0 0 0 3.4 0 1.7 1.7 0 0 0 3.3-.1",
    detailWidth: 1.3,
  },
  port: {
    draw: "solid",
    body: ring(9),
    detail:
      "M10 7.2v8.2M7.4 8.9h5.2M5 11.2c.4 2.6 2.3 4.2 5 4.2s4.6-1.6 5-4.2M8.7 5.8a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0z",
    detailWidth: 1.5,
  },
  corridor: {
    draw: "stroke",
    body: "M3.4 15.6C9.5 15.6 9 4.4 16.6 4.4",
    width: 2.2,
    dots: `${ring(2.4, 3.4, 15.6)}${ring(2.4, 16.6, 4.4)}`,
  },
  agreement: { draw: "stroke", body: `${ring(4.7, 6.7, 10)}${ring(4.7, 13.3, 10)}`, width: 2.3 },
  "town-1": { draw: "stroke", body: ring(2), width: 1.4, fill: "paper" },
  "town-2": { draw: "stroke", body: ring(2.9), width: 1.6, fill: "paper" },
  "town-3": { draw: "stroke", body: ring(3.8), width: 1.8, fill: "paper" },
  "town-4": { draw: "stroke", body: ring(4.6), width: 1.8, fill: "paper", dots: ring(1.9) },
  peak: { draw: "stroke", body: "M10 5 15 14.5H5z", width: 1.4, fill: "paper", dots: "M10 5 15 14.5H10z" },
  province: { draw: "stroke", body: COUNTRY, width: 1.7, dash: "4 2.8" },
  district: { draw: "stroke", body: COUNTRY, width: 1.5, dash: "0.1 2.9" },
  membership: { draw: "stroke", body: `${COUNTRY}M3.8 10.2 10.4 4M3.8 15.6 15.8 4.6M9.4 15.6 16.8 9.2`, width: 1.5 },
  water: {
    draw: "stroke",
    body: "M1.8 7c2.7-3 5.4-3 8.2 0s5.5 3 8.2 0M1.8 13.6c2.7-3 5.4-3 8.2 0s5.5 3 8.2 0",
    width: 2,
  },
  terrain: {
    draw: "solid",
    body: "M.9 16.6 7.4 4.4 11 11 13.4 7.4 19.1 16.6z",
    detail: "M7.4 7.6 4.6 13M13.2 10.8 10.9 14.4",
    detailWidth: 1.2,
  },
  "own-plus": { draw: "solid", body: "M7.2 2h5.6v5.2H18v5.6h-5.2V18H7.2v-5.2H2V7.2h5.2z" },
  "own-pentagon": { draw: "solid", body: "M10 1.6 18.6 8 15.3 17.8H4.7L1.4 8z" },
  "own-hourglass": { draw: "solid", body: "M3 2.4h14L12 10l5 7.6H3L8 10z" },
  "own-drop": { draw: "solid", body: "M10 19 5 11.6a6 6 0 1 1 10 0z" },
  "own-bars": { draw: "solid", body: "M2.4 3h15.2v5.2H2.4zM2.4 11.8h15.2V17H2.4z" },
  "own-cross": {
    draw: "solid",
    body: "M5.2 1.8 10 6.6l4.8-4.8 3.4 3.4L13.4 10l4.8 4.8-3.4 3.4L10 13.4l-4.8 4.8-3.4-3.4L6.6 10 1.8 5.2z",
  },
};
