/** The grounds a reader can choose to draw on: the bundled base map first, then those that their publishers serve. */
export const BASEMAPS = ["bundled", "openfreemap", "relief-online"] as const;

/** A ground to draw on. */
export type Basemap = (typeof BASEMAPS)[number];
