import { useEffect, useState } from "preact/hooks";
import { asciiDigits } from "../../state/digits";
import { METERS_PER_UNIT } from "../../state/language/format";
import { overlay } from "../../state/overlay";
import { judgeEstimate, type Verdict } from "../../state/quiz";
import { useAtlas, useVoice } from "../context";
import { drawDistance, drawShapes } from "./draw";
import { Feedback } from "./Feedback";
import type { TaskProps } from "./task";

/** Guess how far it is, then see it measured and drawn. */
export function EstimateTask({ question, onJudged }: TaskProps<"estimate">) {
  const { page } = useAtlas();
  const { translate, text, length } = useVoice();
  const [typed, setTyped] = useState("");
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { from, to, meters } = question;
  const { unit } = page.model.settings.value;
  const isAnswered = verdict !== null;

  useEffect(
    () =>
      isAnswered
        ? drawDistance(page, from.position, to.position)
        : drawShapes(page, [
            overlay("distance-end", { type: "Point", coordinates: [...from.position] }, 0, text(from.title)),
            overlay("distance-end", { type: "Point", coordinates: [...to.position] }, 1, text(to.title)),
          ]),
    [isAnswered],
  );
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        const value = Number(asciiDigits(typed));
        if (isAnswered || !Number.isFinite(value) || value <= 0) return;
        const judged = judgeEstimate(value * METERS_PER_UNIT[unit], meters);
        setVerdict(judged);
        onJudged(judged);
      }}
    >
      <h3>{translate("quiz.estimate", { from: text(from.title), to: text(to.title) })}</h3>
      <label class="field">
        <span>{translate("quiz.guess", { unit: translate(`unit-name.${unit}`) })}</span>
        <input
          inputMode="decimal"
          dir="ltr"
          value={typed}
          readOnly={isAnswered}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={isAnswered}>
        {translate("learn.check")}
      </button>
      <Feedback verdict={verdict}>
        {translate("learn.measured", { length: length(meters, from.radiusMeters + to.radiusMeters) })}
      </Feedback>
    </form>
  );
}
