import { useEffect, useRef, useState } from "preact/hooks";
import type { Span } from "../../state/timeline";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { LATE_ICONS } from "../late-icons";
import { periodOf } from "./use-timeline";

interface PlaybackProps {
  readonly shown: Span;
  readonly chosen: Span | null;
  readonly onChoose: (span: Span | null) => void;
}

const SLIDES_PER_WINDOW = 10;
const SLIDE_MILLISECONDS = 160;
/** With less motion wanted, a window follows the other without sliding, and stays long enough to be read. */
const STEP_MILLISECONDS = 2500;

const wantsLessMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Steps and playback of a window of days through the time on screen. */
export function Playback({ shown, chosen, onChoose }: PlaybackProps) {
  const { shell } = useAtlas();
  const { translate, date } = useVoice();
  const [isPlaying, setPlaying] = useState(false);
  const current = useRef(chosen);
  current.current = chosen;

  const windowNow = (): Span => {
    const whole = shown.last - shown.first + 1;
    return current.current ?? { first: shown.first, last: shown.first + Math.max(1, Math.round(whole / 12)) - 1 };
  };
  const tell = ({ first, last }: Span) => {
    const { from, to } = periodOf({ first, last });
    shell.announce(translate("filter.period", { from: date(from), to: date(to) }));
  };
  /** Moves the window by some of its widths; false at the end of the time on screen. */
  const shift = (widths: number): boolean => {
    const { first, last } = windowNow();
    const length = last - first + 1;
    if (!current.current) {
      onChoose({ first, last });
      return true;
    }
    const days = Math.sign(widths) * Math.max(1, Math.round(Math.abs(widths) * length));
    if (widths > 0 ? last >= shown.last : first <= shown.first) return false;
    onChoose({ first: first + days, last: last + days });
    return true;
  };
  useEffect(() => {
    if (!isPlaying) return;
    const isStepped = wantsLessMotion();
    const timer = setInterval(
      () => {
        if (!shift(isStepped ? 1 : 1 / SLIDES_PER_WINDOW)) setPlaying(false);
      },
      isStepped ? STEP_MILLISECONDS : SLIDE_MILLISECONDS,
    );
    return () => clearInterval(timer);
  }, [isPlaying, shown]);

  const step = (widths: number) => {
    setPlaying(false);
    const { first, last } = windowNow();
    if (shift(widths)) {
      const days = (last - first + 1) * Math.sign(widths);
      tell(chosen ? { first: first + days, last: last + days } : { first, last });
    }
  };
  const play = () => {
    const { first, last } = windowNow();
    if (!isPlaying && last >= shown.last) onChoose({ first: shown.first, last: shown.first + (last - first) });
    if (isPlaying) tell(windowNow());
    setPlaying(!isPlaying);
  };
  return (
    <div class="timeline__play" dir="ltr">
      <button type="button" class="icon-button" aria-label={translate("timeline.back")} onClick={() => step(-1)}>
        <Icon path={LATE_ICONS.left} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={translate(isPlaying ? "timeline.pause" : "timeline.play")}
        onClick={play}
      >
        <Icon path={isPlaying ? LATE_ICONS.pause : LATE_ICONS.play} />
      </button>
      <button type="button" class="icon-button" aria-label={translate("timeline.forward")} onClick={() => step(1)}>
        <Icon path={LATE_ICONS.right} />
      </button>
    </div>
  );
}
