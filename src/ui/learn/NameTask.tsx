import { useEffect, useState } from "preact/hooks";
import { formatPosition } from "../../state/language/position";
import { overlay } from "../../state/overlay";
import { useAtlas, useVoice } from "../context";
import { drawShapes } from "./draw";
import { Feedback } from "./Feedback";
import type { TaskProps } from "./task";

/** Name the place that is marked on the map; its coordinates say where it is to those who cannot see it. */
export function NameTask({ question, onJudged }: TaskProps<"name">) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const [given, setGiven] = useState<string | null>(null);
  const { place, choices } = question;

  useEffect(() => {
    const [lng, lat] = place.position;
    return drawShapes(page, [overlay("border-position", { type: "Point", coordinates: [lng, lat] }, 0, "?")]);
  }, [page, place]);

  const stateOf = (key: string) => {
    if (given === null) return undefined;
    if (key === place.key) return "right";
    return key === given ? "wrong" : undefined;
  };
  return (
    <div class="question">
      <h3>{translate("quiz.name")}</h3>
      <p class="quiet">
        <bdi dir="ltr">{formatPosition(place.position, place.radiusMeters)}</bdi>
      </p>
      <ul class="plain-list answers">
        {choices.map(({ key, title }) => (
          <li key={key}>
            <button
              type="button"
              class="answer"
              data-state={stateOf(key)}
              aria-pressed={given === key}
              disabled={given !== null}
              onClick={() => {
                setGiven(key);
                onJudged(key === place.key ? "right" : "wrong");
              }}
            >
              {text(title)}
            </button>
          </li>
        ))}
      </ul>
      <Feedback verdict={given === null ? null : given === place.key ? "right" : "wrong"}>
        {translate("quiz.it-is", { name: text(place.title) })}
      </Feedback>
    </div>
  );
}
