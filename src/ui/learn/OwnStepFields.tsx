import type { OwnStep } from "../../data/lesson";
import { newStep } from "../../state/lesson-file";
import { decode } from "../../state/permalink";
import { useAtlas, useVoice } from "../context";

interface OwnStepFieldsProps {
  readonly step: OwnStep;
  readonly at: number;
  readonly count: number;
  readonly onChange: (step: OwnStep) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** The fields of one step of a lesson being written. */
export function OwnStepFields({ step, at, count, onChange, onMove, onRemove }: OwnStepFieldsProps) {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const { model } = page;
  const name = translate("own.step", { step: number(at + 1) });

  const showMap = () => {
    const { language, theme } = model.view.peek();
    model.view.value = { ...decode(step.view), language, theme };
  };
  return (
    <li class="own-step">
      <h3>{name}</h3>
      <label class="field">
        <span>{translate("own.step-title")}</span>
        <input
          maxLength={200}
          value={step.title}
          onInput={(event) => onChange({ ...step, title: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{translate("own.text")}</span>
        <textarea
          rows={4}
          maxLength={4000}
          value={step.text}
          onInput={(event) => onChange({ ...step, text: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{translate("own.question")}</span>
        <input
          maxLength={500}
          value={step.question}
          onInput={(event) => onChange({ ...step, question: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{translate("own.answer")}</span>
        <input
          maxLength={1000}
          value={step.answer}
          onInput={(event) => onChange({ ...step, answer: event.currentTarget.value })}
        />
      </label>
      <div class="player__nav">
        <button type="button" class="button" onClick={showMap}>
          {translate("own.show-map")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => onChange({ ...step, view: newStep(model.view.peek()).view })}
        >
          {translate("own.take-map")}
        </button>
        <button
          type="button"
          class="button"
          disabled={at === 0}
          aria-label={translate("own.earlier", { name })}
          data-move="-1"
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          class="button"
          disabled={at === count - 1}
          aria-label={translate("own.later", { name })}
          data-move="1"
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button type="button" class="button" aria-label={translate("own.remove-step", { name })} onClick={onRemove}>
          {translate("own.remove")}
        </button>
      </div>
    </li>
  );
}
