import { keepOwnFeatures } from "./own-features";
import { keepOwnPainted } from "./own-painted";
import { ownStyle } from "./own-style";

/** All that draws the reader's own layers: fetched with the first of them. */
export const ownMap = { style: ownStyle, keepFeatures: keepOwnFeatures, keepPainted: keepOwnPainted } as const;

export type OwnMap = typeof ownMap;
