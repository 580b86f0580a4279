import { useEffect } from "preact/hooks";
import type { Lesson } from "../../data/lesson";
import { visibleLessons, visibleSteps } from "../../state/lesson-steps";
import { loadLessons } from "../../state/lessons";
import { decode } from "../../state/permalink";
import type { View } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Fetching } from "./Fetching";
import { Player } from "./Player";
import { StepQuestion } from "./StepQuestion";
import { StepSources } from "./StepSources";
import { StepTerms } from "./StepTerms";
import { fillStep, leaveLesson, showStep } from "./stepping";
import { teacherNotes } from "./teacher-notes";
import { useLoaded } from "./use-loaded";

type Place = NonNullable<View["lesson"]>;

/** Plays the lesson that the link names, from the step it names. */
export function LessonPlayer({ place }: { readonly place: Place }) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const lessons = useLoaded(loadLessons);
  if (lessons.state !== "ready") return <Fetching loaded={lessons} />;
  const geographyOnly = page.model.geographyOnly.value;
  const lesson = visibleLessons(lessons.value, geographyOnly).find(({ id }) => id === place.id);
  const isHidden = lessons.value.some(({ id }) => id === place.id);
  if (lesson && visibleSteps(lesson, geographyOnly).some(({ number }) => number === place.step)) {
    return <Playing key={lesson.id} lesson={lesson} place={place} />;
  }
  return (
    <div class="empty" role="alert">
      <p>{translate(isHidden ? "learn.step-hidden" : "learn.lesson-unknown")}</p>
      <button type="button" class="button" onClick={() => leaveLesson(page.model)}>
        {translate("learn.all-lessons")}
      </button>
    </div>
  );
}

function Playing({ lesson, place }: { readonly lesson: Lesson; readonly place: Place }) {
  const { page } = useAtlas();
  const { model } = page;
  const { translate, text } = useVoice();
  const steps = visibleSteps(lesson, model.geographyOnly.value);
  const at = steps.findIndex(({ number }) => number === place.step);
  const step = steps[at]?.step;

  useEffect(() => {
    if (!step) return;
    fillStep(model, step.view, place);
    if (model.view.peek().measure.length > 0) page.wantMeasures();
  }, [model, page, step, place]);

  if (!step) return null;
  const show = (index: number) => {
    const next = steps[index];
    if (next) showStep(model, next.step.view, { id: lesson.id, step: next.number });
  };
  const subject = decode(step.view).selected;
  const subjectRecord = subject && model.features.value.get(`${subject.layer}/${subject.id}`)?.feature.properties;
  return (
    <Player
      title={text(lesson.title)}
      stepTitle={text(step.title)}
      at={at}
      count={steps.length}
      onShow={show}
      onRestore={() => show(at)}
      onLeave={() => leaveLesson(model)}
    >
      {at === 0 && lesson.advisory && steps.some(({ step: { conflict } }) => conflict) && (
        <p class="advisory">
          <strong>{translate("learn.advisory")}</strong> {text(lesson.advisory)}
        </p>
      )}
      <p class="player__text">{text(step.text)}</p>
      {subject && subjectRecord && (
        <p>
          <button type="button" class="link-button" onClick={() => model.select(subject)}>
            {translate("learn.open-card", { name: text(subjectRecord.title) })}
          </button>
        </p>
      )}
      {step.question && <StepQuestion key={`${lesson.id}/${place.step}`} question={step.question} />}
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={teacherNotes.value}
          aria-checked={teacherNotes.value}
          onChange={(event) => {
            teacherNotes.value = event.currentTarget.checked;
          }}
        />
        <span>{translate("learn.notes")}</span>
      </label>
      {teacherNotes.value && <p class="player__notes">{text(step.notes)}</p>}
      <StepTerms ids={step.terms} />
      <StepSources ids={step.sources} />
    </Player>
  );
}
