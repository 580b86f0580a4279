import { useEffect, useRef } from "preact/hooks";

/** Elements that need the arrow keys themselves. */
const OWN_ARROWS =
  "input, textarea, select, [contenteditable], [role=tab], [role=radio], [role=slider], [role=combobox], [role=listbox], #map *";

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

const needsArrows = (target: EventTarget | null) => target instanceof Element && target.closest(OWN_ARROWS) !== null;

/** 1 for a key that goes on, −1 for one that goes back, 0 for any other; arrows follow the direction of the text. */
export function stepOfKey(event: KeyboardEvent, isRightToLeft: boolean): -1 | 0 | 1 {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return 0;
  if (event.key === "PageDown" && !isTyping(event.target)) return 1;
  if (event.key === "PageUp" && !isTyping(event.target)) return -1;
  if (needsArrows(event.target)) return 0;
  if (event.key === (isRightToLeft ? "ArrowLeft" : "ArrowRight")) return 1;
  return event.key === (isRightToLeft ? "ArrowRight" : "ArrowLeft") ? -1 : 0;
}

/** Calls `go` with 1 or −1 for arrow keys and the keys of a remote control, unless they are wanted elsewhere. */
export function useStepKeys(go: (by: 1 | -1) => void): void {
  const newest = useRef(go);
  newest.current = go;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector("dialog[open]")) return;
      const by = stepOfKey(event, document.body.dir === "rtl");
      if (by === 0) return;
      event.preventDefault();
      newest.current(by);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
