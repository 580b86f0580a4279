/** Outlines on a 20 px grid, drawn in the colour of the text. */
const PATHS = {
  search: "M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M13.2 13.2L17 17",
  close: "M5 5l10 10M15 5L5 15",
  share: "M10 12.5V3M6.5 6L10 2.8L13.5 6M5 9.5H4v7.5h12V9.5h-1",
  download: "M10 3v9.5M6.5 9.2L10 12.8L13.5 9.2M3.5 14v3h13v-3",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  help: "M7.4 7.6a2.7 2.7 0 1 1 4 2.3c-.9.5-1.4 1-1.4 2.1M10 14.6v.2M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15",
  "full-screen": "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  "leave-full-screen": "M7 3v4H3M17 7h-4V3M13 17v-4h4M3 13h4v4",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  home: "M3 9.5L10 3.5l7 6M5 8.5V16.5h3.5V12h3v4.5H15V8.5",
  move: "M10 2.5v15M2.5 10h15M7.8 4.7L10 2.5l2.2 2.2M7.8 15.3l2.2 2.2l2.2-2.2M4.7 7.8L2.5 10l2.2 2.2M15.3 7.8l2.2 2.2l-2.2 2.2",
  up: "M5 12l5-5l5 5",
  down: "M5 8l5 5l5-5",
  compass: "M10 2.5L13 10H7zM10 17.5L7 10h6z",
  layers: "M10 3.5l7 3.5l-7 3.5L3 7zM3.5 10.5L10 13.7l6.5-3.2M3.5 13.7L10 17l6.5-3.3",
  measure: "M2.5 13.5L13.5 2.5l4 4l-11 11zM6 10l1.6 1.6M8.7 7.3l2.4 2.4M11.4 4.6L13 6.2",
  list: "M7 5h10M7 10h10M7 15h10M3.2 5h.1M3.2 10h.1M3.2 15h.1",
  fold: "M12 5l-5 5l5 5M16 4v12",
  target: "M10 5.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10 2v4M10 14v4M2 10h4M14 10h4",
  draw: "M3.5 16.5l1-4L13.5 3.5l3 3L7.5 15.5zM11.5 5.5l3 3",
  learn: "M10 5.2C8 3.9 5.4 3.6 3 4v11.4c2.4-.4 5-.1 7 1.2c2-1.3 4.6-1.6 7-1.2V4c-2.4-.4-5-.1-7 1.2zM10 5.2v11.4",
  clock: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M10 5.5V10l3 2",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12",
  compare: "M3 4h6v12H3zM11 4h6v12h-6zM5 7h2M5 10h2M13 7h2M13 10h2",
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line of text and turn round with it. */
const DIRECTIONAL: ReadonlySet<IconName> = new Set(["fold", "list"]);

/** An icon by its name, or one that comes with the part that shows it (`late-icons.ts`). */
type IconProps =
  | { readonly name: IconName; readonly path?: undefined }
  | { readonly name?: undefined; readonly path: string };

/** A small outline; never the only name of a button. */
export function Icon({ name, path }: IconProps) {
  return (
    <svg
      class={name && DIRECTIONAL.has(name) ? "icon icon--directional" : "icon"}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={name ? PATHS[name] : path} />
    </svg>
  );
}
