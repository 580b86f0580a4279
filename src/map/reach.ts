/** How far from a symbol a pointer still means it, in CSS px; fingers are less exact. */
export const REACH_PX = { mouse: 4, touch: 14 } as const;

export type Reach = keyof typeof REACH_PX;
