/**
 * The place of the tab that a key leads to from the tab at `at` of `count`, round the ends; null for other keys. Arrows
 * go the way they point, Home and End to the first and the last (ARIA Authoring Practices, tabs).
 */
export function tabAfterKey(key: string, at: number, count: number): number | null {
  const forward = document.body.dir === "rtl" ? -1 : 1;
  if (key === "ArrowRight") return (at + forward + count) % count;
  if (key === "ArrowLeft") return (at - forward + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
