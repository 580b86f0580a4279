/** Attributes of `<sarhad-map>` that are parts of the view, with the keys they have in a link. */
export const VIEW_ATTRIBUTES = {
  map: "map",
  layers: "layers",
  selected: "sel",
  period: "t",
  filters: "f",
  language: "lang",
  theme: "theme",
  from: "from",
  to: "to",
  measure: "measure",
  corridor: "corridor",
  lesson: "lesson",
  "own-lesson": "own",
  pin: "pin",
  data: "data",
} as const;

/** Attributes that say how the frame behaves, with the names they have among the options of an embed. */
export const FRAME_ATTRIBUTES = {
  start: "start",
  heading: "title",
  controls: "controls",
  legend: "legend",
  interaction: "interaction",
  background: "background",
} as const;
