/** Outlines as in `Icon.tsx` that only parts show which come on use. */
export const LATE_ICONS = {
  left: "M12 5l-5 5l5 5",
  right: "M8 5l5 5l-5 5",
  "turn-left": "M6.5 3.2L4 6.5l3.4 2.3M4 6.5h6.5a5 5 0 1 1-5 5",
  "turn-right": "M13.5 3.2L16 6.5l-3.4 2.3M16 6.5H9.5a5 5 0 1 0 5 5",
  tilt: "M6 8h8l3 6H3zM10 6V2M8 4l2-2l2 2",
  flatten: "M4 8h12v8H4zM10 2v4M8 4l2 2l2-2",
  copy: "M7 7h9.5v9.5H7zM4.5 13H3.5V3.5H13v1",
  play: "M6 4l10 6l-10 6z",
  pause: "M7 4v12M13 4v12",
} as const;
