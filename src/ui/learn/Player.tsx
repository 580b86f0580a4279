import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useVoice } from "../context";
import { PresentButton } from "./PresentButton";
import { useStepKeys } from "./player-keys";

interface PlayerProps {
  readonly title: string;
  readonly stepTitle: string;
  /** Place of the step among those played, from 0. */
  readonly at: number;
  readonly count: number;
  readonly onShow: (at: number) => void;
  /** Brings the map of the step back after it was moved. */
  readonly onRestore: () => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** One step of any lesson, with next and back as buttons and keys, progress, and an end. */
export function Player({ title, stepTitle, at, count, onShow, onRestore, onLeave, children }: PlayerProps) {
  const { translate, number } = useVoice();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirstDrawing = useRef(true);
  const [isDone, setIsDone] = useState(false);

  const go = (by: 1 | -1) => {
    if (isDone) {
      if (by < 0) setIsDone(false);
    } else if (at + by >= count) setIsDone(true);
    else if (at + by >= 0) onShow(at + by);
  };
  useStepKeys(go);
  // A new step is read from its heading; the page itself keeps the focus where the reader had it.
  useEffect(() => {
    if (!isFirstDrawing.current) heading.current?.focus();
    isFirstDrawing.current = false;
  }, [at, isDone]);

  return (
    <article class="player" aria-label={title} data-step={isDone ? "end" : at + 1}>
      <header class="player__head">
        <p class="quiet">{title}</p>
        <button type="button" class="link-button" onClick={onLeave}>
          {translate("learn.all-lessons")}
        </button>
      </header>
      <div class="player__progress">
        <progress max={count} value={isDone ? count : at + 1} aria-label={translate("learn.progress")} />
        <span class="quiet">
          {translate("learn.step-of", { step: number(Math.min(at + 1, count)), count: number(count) })}
        </span>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {isDone ? translate("learn.done") : stepTitle}
      </h2>
      {isDone ? <p>{translate("learn.done-text")}</p> : children}
      <nav class="player__nav" aria-label={translate("learn.moves")}>
        <button type="button" class="button" disabled={at === 0 && !isDone} onClick={() => go(-1)}>
          {translate("learn.back")}
        </button>
        {isDone ? (
          <button type="button" class="button button--main" onClick={onLeave}>
            {translate("learn.all-lessons")}
          </button>
        ) : (
          <button type="button" class="button button--main" onClick={() => go(1)}>
            {translate(at + 1 === count ? "learn.finish" : "learn.next")}
          </button>
        )}
      </nav>
      <div class="player__nav">
        <button type="button" class="button" onClick={onRestore}>
          {translate("learn.restore")}
        </button>
        <PresentButton />
      </div>
    </article>
  );
}
