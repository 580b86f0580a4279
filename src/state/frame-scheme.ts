/**
 * The CSS `color-scheme` of the element that holds a frame, so that the ground of its page shows through the frame: browsers
 * paint an opaque ground behind a frame whose scheme is another than its element's. Null for a frame with a ground of its own.
 */
export function frameScheme(background: string | null, theme: string | null): string | null {
  if (background !== "transparent") return null;
  return theme === "light" || theme === "dark" ? theme : "light dark";
}
