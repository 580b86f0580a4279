import { useRef } from "preact/hooks";
import { lastValue } from "../../state/latest";
import type { CorridorRequest } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { AlongPicker } from "./AlongPicker";
import { CombinationPicker, Combined } from "./Combination";
import { CorridorReport } from "./CorridorReport";
import { useDesk } from "./desk";
import { Outcome } from "./Outcome";
import { WidthPicker } from "./WidthPicker";

const MAXIMUM_CORRIDORS = 6;
/** What a new corridor begins with, the first that is not there yet. */
const WIDTHS_METERS = [25_000, 50_000, 10_000, 100_000, 5_000, 1_000] as const;

/** Everything within a half-width of the border, a corridor, a drawn line or a point: its area and what lies in it. */
export function CorridorSection() {
  const { page } = useAtlas();
  const { translate, number } = useVoice();
  const desk = useDesk();
  const { corridors: requests } = page.model.view.value;
  const answers = lastValue(desk.corridors.value);
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    desk.setCorridors(requests.filter((_, at) => at !== index));
    // The button that was pressed goes, or stands for another corridor now.
    requestAnimationFrame(() => addButton.current?.focus());
  };
  /** The same corridor again could not be told from the one that is there. */
  const add = () => {
    const widths = requests.filter(({ along }) => along === "border").map(({ halfWidthMeters }) => halfWidthMeters);
    const halfWidthMeters = WIDTHS_METERS.find((width) => !widths.includes(width)) ?? WIDTHS_METERS[0];
    desk.setCorridors([...requests, { along: "border", halfWidthMeters }]);
  };
  const change = (index: number, part: Partial<CorridorRequest>) =>
    desk.setCorridors(requests.map((request, at) => (at === index ? { ...request, ...part } : request)));

  return (
    <section aria-label={translate("measure.section.corridor")}>
      {requests.length === 0 && <p class="empty">{translate("measure.corridor-none")}</p>}
      {requests.map((request, index) => (
        <fieldset key={`${index}`} class="corridor-request">
          <legend>{translate("measure.corridor-number", { number: number(index + 1, 0) })}</legend>
          <AlongPicker request={request} onChange={(along) => change(index, { along })} />
          <WidthPicker request={request} onChange={(halfWidthMeters) => change(index, { halfWidthMeters })} />
          <button type="button" class="button button--small" onClick={() => remove(index)}>
            {translate("measure.remove")}
          </button>
        </fieldset>
      ))}
      <div class="button-row">
        <button
          type="button"
          class="button"
          ref={addButton}
          disabled={requests.length >= MAXIMUM_CORRIDORS}
          onClick={add}
        >
          {translate("measure.add-corridor")}
        </button>
      </div>
      {requests.length > 1 && <CombinationPicker />}
      <div role="status">
        <Outcome answer={desk.corridors.value}>
          {(all) => (
            <>
              {desk.combination.value !== "apart" && <Combined />}
              {all.map((answer, index) => (
                <CorridorReport key={`${index}`} answer={answer} request={requests[index]} number={index + 1} />
              ))}
            </>
          )}
        </Outcome>
      </div>
      {answers && <p class="quiet">{translate("measure.membership-note")}</p>}
    </section>
  );
}
