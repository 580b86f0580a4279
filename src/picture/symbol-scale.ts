/** How much larger than they are meant to be symbols are drawn at `zoom`. */
export const symbolScale = (zoom: number): number => Math.min(1.15, Math.max(0.75, 0.75 + (zoom - 4) * 0.0625));
