import { useEffect, useRef, useState } from "preact/hooks";
import { formatPosition } from "../../state/language/position";
import { overlay } from "../../state/overlay";
import { judgeFind, type Verdict } from "../../state/quiz";
import { useAtlas, useVoice } from "../context";
import { drawShapes } from "./draw";
import { Feedback } from "./Feedback";
import type { TaskProps } from "./task";
import { useLeaving } from "./use-leaving";

/** Coordinates in a choice are for telling places apart: a hundredth of a degree is enough. */
const CHOICE_RADIUS_METERS = 1_000;

/** Point at a place: by a click, by the middle of the map, or by choosing among four positions. */
export function FindTask({ question, onJudged }: TaskProps<"find">) {
  const { page } = useAtlas();
  const { translate, text, length } = useVoice();
  const [given, setGiven] = useState<{ verdict: Verdict; meters: number } | null>(null);
  const onLeaving = useLeaving();
  const { position, title } = question.place;

  const answer = (lng: number, lat: number) => {
    page.tool.value = null;
    const judged = judgeFind([lng, lat], question);
    setGiven(judged);
    onJudged(judged.verdict);
    onLeaving(
      drawShapes(page, [
        overlay("border-position", { type: "Point", coordinates: [...position] }, 0, text(title)),
        overlay("distance-end", { type: "Point", coordinates: [lng, lat] }, 1),
      ]),
    );
  };
  const newest = useRef(answer);
  newest.current = answer;
  useEffect(() => {
    page.tool.value = { id: "quiz", click: (lng, lat) => newest.current(lng, lat) };
    return () => {
      page.tool.value = null;
    };
  }, [page]);

  const choose = (key: string) => {
    const choice = question.choices.find((place) => place.key === key);
    if (choice) answer(choice.position[0], choice.position[1]);
  };
  return (
    <div class="question">
      <h3>{translate("quiz.find", { name: text(title) })}</h3>
      <p class="quiet">{translate("quiz.find-how")}</p>
      <button
        type="button"
        class="button"
        disabled={given !== null}
        onClick={() => answer(page.model.view.peek().camera.lng, page.model.view.peek().camera.lat)}
      >
        {translate("quiz.find-centre")}
      </button>
      <details class="player__more">
        <summary>{translate("quiz.find-positions")}</summary>
        <ul class="plain-list answers">
          {question.choices.map((place) => (
            <li key={place.key}>
              <button type="button" class="answer" disabled={given !== null} onClick={() => choose(place.key)}>
                <bdi dir="ltr">{formatPosition(place.position, CHOICE_RADIUS_METERS)}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </details>
      <Feedback verdict={given?.verdict ?? null}>
        {given && translate("quiz.find-off", { name: text(title), length: length(given.meters, 1000) })}
      </Feedback>
    </div>
  );
}
