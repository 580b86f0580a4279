/** What an embedded frame shows first: a picture that waits for a press, the light map, or the full WebGL map. */
export const EMBED_STARTS = ["light", "poster", "full"] as const;
/** `direct`: the map moves when it is dragged; `click`: only after it was pressed once; `none`: it does not move. */
export const EMBED_INTERACTIONS = ["direct", "click", "none"] as const;
export const EMBED_LEGENDS = ["folded", "open", "hidden"] as const;
export const EMBED_SWITCH = ["shown", "hidden"] as const;
export const EMBED_BACKGROUNDS = ["paper", "transparent"] as const;
