import { useState } from "preact/hooks";
import type { Decisions } from "../../data/own/decisions";
import { useVoice } from "../context";
import type { Step } from "./steps";

interface AskStepProps {
  readonly step: Extract<Step, { at: "asking" }>;
  readonly onDecide: (decisions: Decisions) => void;
  readonly onCancel: () => void;
}

type Answers = Readonly<Record<string, string>>;

interface Question {
  readonly id: "swap" | "projection" | "nullIsland" | "duplicates";
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What looks wrong in the file, each with what can be done: nothing is decided for the reader. */
export function AskStep({ step, onDecide, onCancel }: AskStepProps) {
  const voice = useVoice();
  const { translate } = voice;
  const [answers, setAnswers] = useState<Answers>({});
  const questions = questionsOf(step, voice);
  const isAnswered = questions.every(({ id }) => answers[id] !== undefined);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isAnswered) return;
    onDecide({
      swap: answers.swap === "yes",
      projection: (answers.projection ?? "degrees") as Decisions["projection"],
      nullIsland: answers.nullIsland === "skip" ? "skip" : "keep",
      duplicates: answers.duplicates === "skip" ? "skip" : "keep",
    });
  };
  return (
    <form class="own-data__form" onSubmit={submit}>
      <h3 tabIndex={-1} data-begin>
        {translate("mine.ask")}
      </h3>
      {questions.map(({ id, text, options }) => (
        <fieldset key={id} class="choice">
          <legend>{text}</legend>
          {options.map(({ value, label }) => (
            <label key={value} class="own-data__option">
              <input
                type="radio"
                name={id}
                value={value}
                checked={answers[id] === value}
                onChange={() => setAnswers({ ...answers, [id]: value })}
              />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
      <p class="own-data__buttons">
        <button type="submit" class="button button--main" disabled={!isAnswered}>
          {translate("mine.go-on")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {translate("mine.cancel")}
        </button>
      </p>
    </form>
  );
}

function questionsOf(
  { findings, total }: AskStepProps["step"],
  { translate, number }: ReturnType<typeof useVoice>,
): readonly Question[] {
  const { swapped, projected, nullIsland, duplicates } = findings;
  const questions: Question[] = [];
  if (swapped > 0) {
    questions.push({
      id: "swap",
      text: translate("mine.ask-swap", { count: number(swapped), total: number(total) }),
      options: [
        { value: "yes", label: translate("mine.swap-yes") },
        { value: "no", label: translate("mine.swap-no") },
      ],
    });
  }
  if (projected) {
    const { crs, count, readings } = projected;
    questions.push({
      id: "projection",
      text:
        crs === null
          ? translate("mine.ask-projected", { count: number(count), total: number(total) })
          : translate("mine.ask-crs", { crs }),
      options: [
        ...readings.map(({ projection, lng, lat }) => ({
          value: projection,
          label: translate("mine.reading-of", {
            name: translate(`mine.projection-${projection}`),
            position: `${lat.toFixed(3)}, ${lng.toFixed(3)}`,
          }),
        })),
        ...(readings.some(({ projection }) => projection === "degrees")
          ? []
          : [{ value: "degrees", label: translate("mine.projection-skip") }]),
      ],
    });
  }
  const keepOrSkip = (skip: string) => [
    { value: "keep", label: translate("mine.keep-them") },
    { value: "skip", label: skip },
  ];
  if (nullIsland > 0) {
    questions.push({
      id: "nullIsland",
      text: translate("mine.ask-null-island", { count: number(nullIsland) }),
      options: keepOrSkip(translate("mine.skip-them")),
    });
  }
  if (duplicates > 0) {
    questions.push({
      id: "duplicates",
      text: translate("mine.ask-duplicates", { count: number(duplicates) }),
      options: keepOrSkip(translate("mine.skip-repeats")),
    });
  }
  return questions;
}
