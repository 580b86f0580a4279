import { useState } from "preact/hooks";
import { overlay } from "../../state/overlay";
import { judgeOrder, type Verdict } from "../../state/quiz";
import { useAtlas, useVoice } from "../context";
import { drawShapes } from "./draw";
import { Feedback } from "./Feedback";
import type { TaskProps } from "./task";
import { useLeaving } from "./use-leaving";

/** Put four places in order from north to south, moving each up or down by a button. */
export function OrderTask({ question, onJudged }: TaskProps<"order">) {
  const { page, shell } = useAtlas();
  const { translate, text, number } = useVoice();
  const [order, setOrder] = useState<readonly string[]>(() => question.places.map(({ key }) => key));
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const onLeaving = useLeaving();
  const nameOf = (key: string) => {
    const place = question.places.find((known) => known.key === key);
    return place ? text(place.title) : "";
  };

  const move = (from: number, by: 1 | -1) => {
    const next = [...order];
    const [moved] = next.splice(from, 1);
    if (moved === undefined) return;
    next.splice(from + by, 0, moved);
    setOrder(next);
    shell.announce(translate("quiz.moved", { name: nameOf(moved), place: number(from + by + 1) }));
  };
  const check = () => {
    const judged = judgeOrder(order, question.answer);
    setVerdict(judged);
    onJudged(judged);
    const shapes = question.answer.flatMap((key, index) => {
      const place = question.places.find((known) => known.key === key);
      return place
        ? [overlay("border-position", { type: "Point", coordinates: [...place.position] }, index, text(place.title))]
        : [];
    });
    onLeaving(drawShapes(page, shapes));
  };
  return (
    <div class="question">
      <h3>{translate("quiz.order")}</h3>
      <ol class="order">
        {order.map((key, index) => (
          <li key={key}>
            <span class="order__row">
              <span>{nameOf(key)}</span>
              <span>
                <button
                  type="button"
                  class="button"
                  disabled={index === 0 || verdict !== null}
                  aria-label={translate("quiz.north", { name: nameOf(key) })}
                  onClick={() => move(index, -1)}
                >
                  ↑
                </button>{" "}
                <button
                  type="button"
                  class="button"
                  disabled={index === order.length - 1 || verdict !== null}
                  aria-label={translate("quiz.south", { name: nameOf(key) })}
                  onClick={() => move(index, 1)}
                >
                  ↓
                </button>
              </span>
            </span>
          </li>
        ))}
      </ol>
      <button type="button" class="button" disabled={verdict !== null} onClick={check}>
        {translate("learn.check")}
      </button>
      <Feedback verdict={verdict}>
        {translate("quiz.order-is", { list: question.answer.map(nameOf).join(" ↓ ") })}
      </Feedback>
    </div>
  );
}
