import { useCallback, useEffect } from "preact/hooks";
import type { OwnLesson } from "../../data/lesson";
import { readLesson } from "../../state/lesson-file";
import { unpackText } from "../../state/lesson-link";
import { OWN_LESSON_ID } from "../../state/lesson-steps";
import { useAtlas, useVoice } from "../context";
import { Fetching } from "./Fetching";
import { keepOwnLesson, ownLesson } from "./own-lesson-store";
import { Player } from "./Player";
import { fillStep, leaveLesson, showStep } from "./stepping";
import { useLoaded } from "./use-loaded";

/** The lesson packed in a link; null when the link holds none that can be read. Rejects when it cannot be told. */
async function lessonIn(packed: string): Promise<OwnLesson | null> {
  const text = await unpackText(packed).catch(() => null);
  const read = text === null ? null : await readLesson(text);
  return read?.ok ? read.lesson : null;
}

/** Plays a lesson that somebody made: the one in the link, else the one being written on this device. */
export function OwnLessonPlayer() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  const packed = model.view.value.ownLesson;
  const load = useCallback(() => (packed === null ? keepOwnLesson().then(() => null) : lessonIn(packed)), [packed]);
  const loaded = useLoaded(load);
  const fromLink = loaded.state === "ready" ? loaded.value : null;
  const lesson = packed === null ? ownLesson.value : fromLink;
  const at = (model.view.value.lesson?.step ?? 1) - 1;
  const step = lesson?.steps[at];
  useEffect(() => {
    if (step) fillStep(model, step.view, { id: OWN_LESSON_ID, step: at + 1 });
  }, [model, step, at]);

  if (loaded.state !== "ready") return <Fetching loaded={loaded} />;
  if (!lesson || !step) {
    return (
      <div class="empty" role="alert">
        <p>{translate("own.unreadable")}</p>
        <button type="button" class="button" onClick={() => leaveLesson(model)}>
          {translate("learn.all-lessons")}
        </button>
      </div>
    );
  }
  const show = (index: number) => {
    const next = lesson.steps[index];
    if (next) showStep(model, next.view, { id: OWN_LESSON_ID, step: index + 1 });
  };
  return (
    <Player
      title={lesson.title}
      stepTitle={step.title || translate("own.step", { step: at + 1 })}
      at={at}
      count={lesson.steps.length}
      onShow={show}
      onRestore={() => show(at)}
      onLeave={() => leaveLesson(model)}
    >
      <div lang={lesson.language} dir="auto">
        {step.text.split(/\n+/).map((paragraph, index) => (
          <p key={index} class="player__text">
            {paragraph}
          </p>
        ))}
      </div>
      {step.question !== "" && (
        <details class="question">
          <summary>{step.question}</summary>
          {step.answer !== "" && <p class="feedback">{step.answer}</p>}
        </details>
      )}
      <p class="quiet">{translate("own.by-others")}</p>
    </Player>
  );
}
