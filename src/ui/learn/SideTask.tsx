import { useState } from "preact/hooks";
import { overlay } from "../../state/overlay";
import { useAtlas, useVoice } from "../context";
import { drawShapes } from "./draw";
import { Feedback } from "./Feedback";
import type { TaskProps } from "./task";
import { useLeaving } from "./use-leaving";

/** On which side of the border a place lies; only places that no doubt puts on either side are asked. */
export function SideTask({ question, onJudged }: TaskProps<"side">) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const [given, setGiven] = useState<"IR" | "PK" | null>(null);
  const onLeaving = useLeaving();
  const { place, answer } = question;
  const name = text(place.title);

  const choose = (side: "IR" | "PK") => {
    setGiven(side);
    onJudged(side === answer ? "right" : "wrong");
    onLeaving(
      drawShapes(page, [overlay("border-position", { type: "Point", coordinates: [...place.position] }, 0, name)]),
    );
  };
  return (
    <div class="question">
      <h3>{translate("quiz.side", { name })}</h3>
      <ul class="plain-list answers">
        {(["IR", "PK"] as const).map((side) => (
          <li key={side}>
            <button
              type="button"
              class="answer"
              data-state={given === null ? undefined : side === answer ? "right" : side === given ? "wrong" : undefined}
              aria-pressed={given === side}
              disabled={given !== null}
              onClick={() => choose(side)}
            >
              {translate(`quiz.side-${side}`)}
            </button>
          </li>
        ))}
      </ul>
      <Feedback verdict={given === null ? null : given === answer ? "right" : "wrong"}>
        {translate("quiz.lies-in", { name, country: translate(`quiz.side-${answer}`) })}
      </Feedback>
    </div>
  );
}
