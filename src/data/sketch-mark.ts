/** Where the device keeps what was drawn. */
export const SKETCH_KEY = "sarhad:1:sketches";

/** Whether the device keeps anything drawn, so that a page without it need not fetch the drawing code. */
export function hasSketches(): boolean {
  try {
    return localStorage.getItem(SKETCH_KEY) !== null;
  } catch {
    return false;
  }
}
