/** Sizes of pictures by what they are for, in px. */
export const PICTURE_SIZES = {
  landscape: [1200, 800],
  wide: [1600, 900],
  square: [1080, 1080],
  portrait: [1080, 1350],
  card: [1200, 630],
} as const satisfies Readonly<Record<string, readonly [width: number, height: number]>>;

export type PictureSize = keyof typeof PICTURE_SIZES | "own";

/** How many px of the file stand for one of the picture. */
export const PICTURE_SCALES = [1, 2, 4] as const;
export type PictureScale = (typeof PICTURE_SCALES)[number];

/** What was chosen about a picture. */
export interface PictureChoice {
  readonly size: PictureSize;
  /** Px; those of `size` unless it is `own`. */
  readonly width: number;
  readonly height: number;
  readonly scale: PictureScale;
  readonly isTransparent: boolean;
  /** Whether the SVG holds letters as outlines instead of text with its fonts. */
  readonly isOutlined: boolean;
}

export const START_CHOICE: PictureChoice = {
  size: "landscape",
  width: PICTURE_SIZES.landscape[0],
  height: PICTURE_SIZES.landscape[1],
  scale: 2,
  isTransparent: false,
  isOutlined: false,
};

/** The least and the most px a side that a picture can have. */
export const SIDE_RANGE = [160, 8192] as const;

/** A number of px brought into what a picture can have; what is no number becomes `fallback`. */
export function sideOf(text: string, fallback: number): number {
  const value = Math.round(Number(text));
  if (text.trim() === "" || !Number.isFinite(value)) return fallback;
  return Math.min(SIDE_RANGE[1], Math.max(SIDE_RANGE[0], value));
}
