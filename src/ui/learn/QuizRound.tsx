import { useEffect, useRef, useState } from "preact/hooks";
import { PLAIN_DRAWING } from "../../state/drawing";
import type { QuizQuestion, Verdict } from "../../state/quiz";
import { useAtlas, useVoice } from "../context";
import { EstimateTask } from "./EstimateTask";
import { FindTask } from "./FindTask";
import { NameTask } from "./NameTask";
import { OrderTask } from "./OrderTask";
import { SideTask } from "./SideTask";

interface QuizRoundProps {
  readonly questions: readonly QuizQuestion[];
  readonly onEnd: () => void;
}

/** One question after the other on a map without names; at the end how many were right, kept nowhere. */
export function QuizRound({ questions, onEnd }: QuizRoundProps) {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const [at, setAt] = useState(0);
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = questions[at];

  useEffect(() => {
    const { model } = page;
    const before = model.view.peek();
    // A symbol on the map would give the place away: only the line is shown.
    model.view.value = { ...before, layers: ["border"], selected: null, measure: [], from: null, to: null };
    model.home();
    page.drawing.value = { ...page.drawing.peek(), hasLabels: false };
    return () => {
      page.drawing.value = { ...page.drawing.peek(), hasLabels: PLAIN_DRAWING.hasLabels };
      page.tool.value = null;
      const { language, theme } = model.view.peek();
      model.view.value = { ...before, language, theme };
    };
  }, [page]);
  useEffect(() => heading.current?.focus(), [at]);

  const judged = (verdict: Verdict) => setVerdicts([...verdicts, verdict]);
  const right = verdicts.filter((verdict) => verdict === "right").length;
  const isAnswered = verdicts.length > at;
  return (
    <section class="player" aria-label={translate("learn.section.quiz")} data-quiz={question?.kind ?? "end"}>
      <div class="player__progress">
        <progress max={questions.length} value={at} aria-label={translate("learn.progress")} />
        <span class="quiet">
          {translate("learn.step-of", {
            step: number(Math.min(at + 1, questions.length)),
            count: number(questions.length),
          })}
        </span>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {question ? translate(`quiz.kind-${question.kind}`) : translate("quiz.done")}
      </h2>
      {question ? (
        <Task key={at} question={question} onJudged={judged} />
      ) : (
        <p>{translate("quiz.result", { right: number(right), count: number(questions.length) })}</p>
      )}
      <nav class="player__nav" aria-label={translate("learn.moves")}>
        {question && (
          <button type="button" class="button button--main" disabled={!isAnswered} onClick={() => setAt(at + 1)}>
            {translate("learn.next")}
          </button>
        )}
        <button type="button" class="button" onClick={onEnd}>
          {translate(question ? "quiz.stop" : "quiz.again")}
        </button>
      </nav>
    </section>
  );
}

function Task({
  question,
  onJudged,
}: {
  readonly question: QuizQuestion;
  readonly onJudged: (verdict: Verdict) => void;
}) {
  switch (question.kind) {
    case "find":
      return <FindTask question={question} onJudged={onJudged} />;
    case "name":
      return <NameTask question={question} onJudged={onJudged} />;
    case "side":
      return <SideTask question={question} onJudged={onJudged} />;
    case "order":
      return <OrderTask question={question} onJudged={onJudged} />;
    case "estimate":
      return <EstimateTask question={question} onJudged={onJudged} />;
  }
}
