import { useRef } from "preact/hooks";
import { useAtlas, useVoice } from "./context";
import { Icon } from "./Icon";
import { SHEET_HEIGHTS } from "./shell";

/** How far a finger must move before the sheet changes its height. */
const DRAG_PX = 30;

/** On a phone the top of the bottom sheet: two buttons change its height, and so does a drag. */
export function SheetHandle() {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  const start = useRef<number | null>(null);
  const at = SHEET_HEIGHTS.indexOf(shell.sheet.value);

  const step = (by: number) => {
    shell.sheet.value = SHEET_HEIGHTS[at + by] ?? shell.sheet.value;
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest("button")) return;
    start.current = event.clientY;
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (start.current === null) return;
    const moved = event.clientY - start.current;
    start.current = null;
    if (Math.abs(moved) < DRAG_PX) return;
    const steps = Math.abs(moved) > window.innerHeight / 3 ? 2 : 1;
    const next = Math.min(SHEET_HEIGHTS.length - 1, Math.max(0, at - Math.sign(moved) * steps));
    shell.sheet.value = SHEET_HEIGHTS[next] ?? shell.sheet.value;
  };
  return (
    <div
      class="sheet-handle"
      onPointerDown={onPointerDown}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
      }}
    >
      <button
        type="button"
        class="icon-button"
        aria-label={translate("sheet.higher")}
        disabled={at === SHEET_HEIGHTS.length - 1}
        onClick={() => step(1)}
      >
        <Icon name="up" />
      </button>
      <span class="sheet-handle__grip" aria-hidden="true" />
      <button
        type="button"
        class="icon-button"
        aria-label={translate("sheet.lower")}
        disabled={at === 0}
        onClick={() => step(-1)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}
