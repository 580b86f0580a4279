import type { Lesson } from "../../data/lesson";
import { visibleLessons, visibleSteps } from "../../state/lesson-steps";
import { loadLessons } from "../../state/lessons";
import { useAtlas, useVoice } from "../context";
import { Switch } from "../Switch";
import { Fetching } from "./Fetching";
import { showStep } from "./stepping";
import { useLoaded } from "./use-loaded";

/** The lessons to choose from, each with what it is for and how long it takes. */
export function LessonsSection() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const lessons = useLoaded(loadLessons);
  const geographyOnly = page.model.geographyOnly.value;
  return (
    <section aria-label={translate("learn.section.lessons")}>
      <Switch isOn={geographyOnly} onSwitch={page.model.setGeographyOnly}>
        <span>{translate("learn.geography-only")}</span>
      </Switch>
      {lessons.state !== "ready" ? (
        <Fetching loaded={lessons} />
      ) : (
        <ol class="plain-list lesson-list">
          {visibleLessons(lessons.value, geographyOnly).map((lesson) => (
            <li key={lesson.id}>
              <LessonDoor lesson={lesson} geographyOnly={geographyOnly} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function LessonDoor({ lesson, geographyOnly }: { readonly lesson: Lesson; readonly geographyOnly: boolean }) {
  const { page } = useAtlas();
  const { translate, text, number } = useVoice();
  const steps = visibleSteps(lesson, geographyOnly);
  const first = steps[0];
  return (
    <article class="lesson-door" aria-labelledby={`lesson-${lesson.id}`}>
      <h3 id={`lesson-${lesson.id}`}>{text(lesson.title)}</h3>
      <p>{text(lesson.goal)}</p>
      <p class="quiet">
        {[
          translate("learn.minutes", { minutes: number(lesson.minutes) }),
          translate("learn.steps", { count: steps.length }),
          translate("learn.age", { age: number(lesson.ageFrom) }),
          ...lesson.curriculum.map((tag) => translate(`learn.tag.${tag}`)),
        ].join(" · ")}
      </p>
      {lesson.advisory && steps.some(({ step }) => step.conflict) && (
        <p class="advisory">
          <strong>{translate("learn.advisory")}</strong> {text(lesson.advisory)}
        </p>
      )}
      {first && (
        <button
          type="button"
          class="button"
          aria-describedby={`lesson-${lesson.id}`}
          onClick={() => showStep(page.model, first.step.view, { id: lesson.id, step: first.number })}
        >
          {translate("learn.start")}
        </button>
      )}
    </article>
  );
}
