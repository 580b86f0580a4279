/** Symbols of the reader's own layers, in the order in which they are given out. */
export const OWN_SYMBOLS = ["own-plus", "own-pentagon", "own-hourglass", "own-drop", "own-bars", "own-cross"] as const;
