import type { ScreenPoint } from "./map-handle";

/** So long a finger rests in one place before that is a long press, and so far it may slip. */
const LONG_PRESS_MILLISECONDS = 600;
const SLIP_PX = 10;

/** Tells long presses of a finger from clicks and drags. */
export interface LongPress {
  begin(at: ScreenPoint): void;
  move(at: ScreenPoint): void;
  /** The finger has left; true when the press was a long one, which is then no click. */
  end(): boolean;
  /** The browser's own sign of a long press, or a right click; true when something was done about it. */
  menu(at: ScreenPoint): boolean;
}

/**
 * Calls `take` once for a long press, with its place: where the browser makes a context menu of it, and where it does not.
 * `take` answers whether it did anything.
 */
export function createLongPress(take: (at: ScreenPoint) => boolean): LongPress {
  let start: ScreenPoint | null = null;
  let hasTaken = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    begin(at) {
      stop();
      start = at;
      hasTaken = false;
      timer = setTimeout(() => {
        hasTaken = take(at);
      }, LONG_PRESS_MILLISECONDS);
    },
    move({ x, y }) {
      if (start && Math.hypot(x - start.x, y - start.y) > SLIP_PX) stop();
    },
    end() {
      stop();
      start = null;
      const wasLong = hasTaken;
      hasTaken = false;
      return wasLong;
    },
    menu(at) {
      stop();
      if (start && hasTaken) return true;
      const isTaken = take(at);
      if (start) hasTaken = isTaken;
      return isTaken;
    },
  };
}
