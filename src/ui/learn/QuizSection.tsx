import { useState } from "preact/hooks";
import { makeQuiz, QUIZ_KINDS, type QuizKind, type QuizQuestion } from "../../state/quiz";
import { QUIZ_LAYERS, type QuizLayer, quizPlaces } from "../../state/quiz-places";
import { useAtlas, useVoice } from "../context";
import { useEngine } from "./engine";
import { QuizRound } from "./QuizRound";
import { quizSides } from "./quiz-sides";

const COUNTS = [5, 10, 20] as const;

/** `list` with `item` in it or not, in the order of `all`. */
function toggled<T>(all: readonly T[], list: readonly T[], item: T): readonly T[] {
  return all.filter((known) => (known === item ? !list.includes(item) : list.includes(known)));
}

/** A quiz from the map's own layers: what to ask about and how, then the round. Nothing is kept of it. */
export function QuizSection() {
  const { page } = useAtlas();
  const { translate, text, number } = useVoice();
  const ask = useEngine();
  const [layers, setLayers] = useState<readonly QuizLayer[]>(["crossings", "ports", "towns", "border"]);
  const [kinds, setKinds] = useState<readonly QuizKind[]>(QUIZ_KINDS);
  const [count, setCount] = useState<number>(10);
  const [round, setRound] = useState<readonly QuizQuestion[] | null>(null);
  const [isEmpty, setIsEmpty] = useState(false);
  const { model } = page;

  if (round) return <QuizRound questions={round} onEnd={() => setRound(null)} />;

  const start = async () => {
    const sides = await quizSides(ask);
    const places = quizPlaces(model.features.peek().values(), layers, sides);
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const questions = makeQuiz({ places, kinds, count, seed });
    setIsEmpty(questions.length === 0);
    if (questions.length > 0) setRound(questions);
  };
  return (
    <section class="learn__form" aria-label={translate("learn.section.quiz")}>
      <p>{translate("quiz.intro")}</p>
      <fieldset class="choice">
        <legend>{translate("quiz.layers")}</legend>
        <div class="choice__values">
          {QUIZ_LAYERS.map((id) => {
            const layer = model.manifest.layers.find((known) => known.id === id);
            return (
              layer && (
                <label key={id} class="chip">
                  <input
                    type="checkbox"
                    checked={layers.includes(id)}
                    onChange={() => setLayers(toggled(QUIZ_LAYERS, layers, id))}
                  />
                  {text(layer.title)}
                </label>
              )
            );
          })}
        </div>
      </fieldset>
      <fieldset class="choice">
        <legend>{translate("quiz.kinds")}</legend>
        <div class="choice__values">
          {QUIZ_KINDS.map((kind) => (
            <label key={kind} class="chip">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={() => setKinds(toggled(QUIZ_KINDS, kinds, kind))}
              />
              {translate(`quiz.kind-${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span>{translate("quiz.count")}</span>
        <select value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
          {COUNTS.map((value) => (
            <option key={value} value={value}>
              {number(value)}
            </option>
          ))}
        </select>
      </label>
      <div role="status">{isEmpty && <p class="failure">{translate("quiz.empty")}</p>}</div>
      <button type="button" class="button button--main" onClick={() => void start()}>
        {translate("quiz.start")}
      </button>
      <p class="quiet">{translate("quiz.note")}</p>
    </section>
  );
}
