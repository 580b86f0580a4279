import { useRef } from "preact/hooks";
import { isoOf, monthStart } from "../../state/days";
import type { Span } from "../../state/timeline";
import { useVoice } from "../context";

interface BrushProps {
  /** The days on screen. */
  readonly shown: Span;
  readonly widthPx: number;
  /** The days chosen; null for all. */
  readonly chosen: Span | null;
  readonly onChoose: (span: Span | null) => void;
}

/** So far a pointer may slip before a press is a drag. */
const SLIP_PX = 4;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

type Grip = "first" | "last" | "new";

/** A day some steps away by the key pressed, or null for a key that is none of ours. */
function dayAfterKey(key: string, day: number, shown: Span): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return day + 1;
    case "ArrowLeft":
    case "ArrowDown":
      return day - 1;
    case "PageUp":
      return day + (monthStart(day, 1) - monthStart(day));
    case "PageDown":
      return day - (monthStart(day) - monthStart(day, -1));
    case "Home":
      return shown.first;
    case "End":
      return shown.last;
    default:
      return null;
  }
}

/** Choosing a period on the line of time: draw it up, drag an end, or move an end with the keys. */
export function Brush({ shown, widthPx, chosen, onChoose }: BrushProps) {
  const { translate, date } = useVoice();
  const layer = useRef<HTMLDivElement>(null);
  const drag = useRef<{ grip: Grip; startPx: number; anchor: number; hasMoved: boolean } | null>(null);
  const pxPerDay = widthPx / (shown.last - shown.first + 1);
  const dayAt = (px: number) => clamp(Math.floor(shown.first + px / pxPerDay), shown.first, shown.last);
  const pxOf = (day: number) => clamp((day - shown.first) * pxPerDay, 0, widthPx);
  const span = chosen ?? shown;

  const move = (grip: "first" | "last", day: number) => {
    if (grip === "first") onChoose({ first: Math.min(day, span.last), last: span.last });
    else onChoose({ first: span.first, last: Math.max(day, span.first) });
  };
  const within = (event: PointerEvent) => event.clientX - (layer.current?.getBoundingClientRect().left ?? 0);
  const begin = (event: PointerEvent, grip: Grip) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    layer.current?.setPointerCapture(event.pointerId);
    const px = within(event);
    drag.current = { grip, startPx: px, anchor: dayAt(px), hasMoved: false };
  };
  const follow = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const px = within(event);
    if (Math.abs(px - held.startPx) > SLIP_PX) held.hasMoved = true;
    if (!held.hasMoved) return;
    const day = dayAt(px);
    if (held.grip === "new") onChoose({ first: Math.min(day, held.anchor), last: Math.max(day, held.anchor) });
    else move(held.grip, day);
  };
  const end = () => {
    drag.current = null;
  };

  const handle = (grip: "first" | "last") => {
    const day = clamp(span[grip], shown.first, shown.last);
    return (
      <div
        class="brush__handle"
        role="slider"
        tabIndex={0}
        aria-label={translate(grip === "first" ? "timeline.from" : "timeline.to")}
        aria-orientation="horizontal"
        aria-valuemin={shown.first}
        aria-valuemax={shown.last}
        aria-valuenow={day}
        aria-valuetext={date(isoOf(day))}
        style={{ left: `${grip === "first" ? pxOf(day) : pxOf(day + 1)}px` }}
        onPointerDown={(event) => begin(event, grip)}
        onKeyDown={(event) => {
          const next = dayAfterKey(event.key, span[grip], shown);
          if (next === null) return;
          event.preventDefault();
          move(grip, clamp(next, shown.first, shown.last));
        }}
      />
    );
  };
  return (
    <div
      class="brush"
      ref={layer}
      onPointerDown={(event) => begin(event, "new")}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {chosen && (
        <>
          <div class="brush__outside" style={{ left: "0", width: `${pxOf(span.first)}px` }} />
          <div class="brush__outside" style={{ left: `${pxOf(span.last + 1)}px`, right: "0" }} />
        </>
      )}
      {handle("first")}
      {handle("last")}
    </div>
  );
}
