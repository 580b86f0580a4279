import { useEffect, useState } from "preact/hooks";
import type { ChoiceQuestion, EstimateQuestion, Question } from "../../data/lesson";
import { distanceMeters } from "../../geo/geodesic";
import { asciiDigits } from "../../state/digits";
import { knownPoint } from "../../state/known-point";
import { useAtlas, useVoice } from "../context";
import { drawDistance } from "./draw";
import { Feedback } from "./Feedback";

/** The question of a step, answered here and now; nothing of the answer is kept. */
export function StepQuestion({ question }: { readonly question: Question }) {
  const { translate, text } = useVoice();
  const [isShown, setIsShown] = useState(false);
  return (
    <section class="question" aria-label={translate("learn.question")}>
      <h3>{text(question.prompt)}</h3>
      {question.kind === "choice" && <Choices question={question} />}
      {question.kind === "estimate" && <Estimate question={question} />}
      {question.kind === "open" && (
        <>
          <button type="button" class="button" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {translate(isShown ? "learn.hide-answer" : "learn.show-answer")}
          </button>
          <div role="status">{isShown && <p class="feedback">{text(question.answer)}</p>}</div>
        </>
      )}
    </section>
  );
}

function Choices({ question }: { readonly question: ChoiceQuestion }) {
  const { text } = useVoice();
  const [given, setGiven] = useState<number | null>(null);
  const stateOf = (index: number) => {
    if (given === null) return undefined;
    if (index === question.answer) return "right";
    return index === given ? "wrong" : undefined;
  };
  return (
    <>
      <ul class="plain-list answers">
        {question.choices.map((choice, index) => (
          <li key={choice.en}>
            <button
              type="button"
              class="answer"
              data-state={stateOf(index)}
              aria-pressed={given === index}
              onClick={() => setGiven(index)}
            >
              {text(choice)}
            </button>
          </li>
        ))}
      </ul>
      <Feedback verdict={given === null ? null : given === question.answer ? "right" : "wrong"}>
        {text(question.explanation)}
      </Feedback>
    </>
  );
}

function Estimate({ question }: { readonly question: EstimateQuestion }) {
  const { page } = useAtlas();
  const { translate, text, length, number } = useVoice();
  const [typed, setTyped] = useState("");
  const [given, setGiven] = useState<number | null>(null);
  const [from, to] = (question.between ?? []).map((key) => knownPoint(page.model.features.value.get(key)?.feature));
  const meters = from && to ? distanceMeters(from.position, to.position) : null;
  const answer = question.unit === "km" && meters !== null ? meters / 1000 : question.answer;
  const off = given === null ? null : (Math.abs(given - answer) / answer) * 100;

  const isGiven = given !== null;
  useEffect(() => (isGiven && from && to ? drawDistance(page, from.position, to.position) : undefined), [isGiven]);
  return (
    <form
      class="estimate"
      onSubmit={(event) => {
        event.preventDefault();
        const value = Number(asciiDigits(typed));
        if (typed.trim() !== "" && Number.isFinite(value) && value > 0) setGiven(value);
      }}
    >
      <label class="field">
        <span>{translate(`learn.guess-${question.unit}`)}</span>
        <input inputMode="decimal" dir="ltr" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button">
        {translate("learn.check")}
      </button>
      <Feedback
        verdict={
          off === null
            ? null
            : off <= question.withinPercent
              ? "right"
              : off <= 2 * question.withinPercent
                ? "near"
                : "wrong"
        }
      >
        {meters !== null && <>{translate("learn.measured", { length: length(meters) })} </>}
        {off !== null && <>{translate("learn.off-by", { percent: number(off) })} </>}
        {text(question.explanation)}
      </Feedback>
    </form>
  );
}
