import type { Combination } from "../../state/measures";
import { useVoice } from "../context";
import { Areas } from "./Areas";
import { useDesk } from "./desk";
import { Outcome } from "./Outcome";

const COMBINATIONS: readonly Combination[] = ["apart", "union", "intersection"];

/** Whether corridors are shown apart, together or where they overlap. */
export function CombinationPicker() {
  const { translate } = useVoice();
  const desk = useDesk();
  return (
    <fieldset class="choice-row">
      <legend>{translate("measure.combination")}</legend>
      {COMBINATIONS.map((combination) => (
        <label key={combination} class="radio">
          <input
            type="radio"
            name="combination"
            checked={desk.combination.value === combination}
            onChange={() => desk.setCombination(combination)}
          />
          <span>{translate(`measure.combination.${combination}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The area of the corridors taken together or in common. */
export function Combined() {
  const { translate } = useVoice();
  const desk = useDesk();
  return (
    <>
      <h3>{translate(`measure.combination.${desk.combination.value}`)}</h3>
      <Outcome answer={desk.combined.value}>
        {(answer) => (
          <>
            <Areas {...answer} />
            <p>{translate("measure.inside-count", { count: answer.inside.length })}</p>
          </>
        )}
      </Outcome>
    </>
  );
}
