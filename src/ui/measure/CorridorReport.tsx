import { useState } from "preact/hooks";
import type { CorridorAnswer, Side } from "../../geo/tasks";
import type { PlaceRow } from "../../state/measures";
import type { RowsInside } from "../../state/rows/rank";
import type { CorridorRequest } from "../../state/view";
import { useVoice } from "../context";
import { Areas, SIDES_IN_ORDER } from "./Areas";
import { useDesk } from "./desk";
import { asRow, lineText } from "./figures";
import { Outcome } from "./Outcome";
import { PlaceTable } from "./PlaceTable";

/** One corridor: its area by country, and what lies inside or outside, by side. */
export function CorridorReport({
  answer,
  request,
  number,
}: {
  readonly answer: CorridorAnswer;
  readonly request: CorridorRequest | undefined;
  readonly number: number;
}) {
  const voice = useVoice();
  const { translate } = voice;
  const [which, setWhich] = useState<"inside" | "outside">("inside");
  const [side, setSide] = useState<Side | "all">("all");
  const desk = useDesk();
  // Rows of an older width have no place among those of this one.
  const ofRows = desk.rowsInCorridors.value;
  const rows = ofRows.state === "ready" ? ofRows.value[number - 1] : undefined;
  const inside = rows ? [...answer.inside, ...rows.places].sort((a, b) => a.meters - b.meters) : answer.inside;
  return (
    <div class="corridor-answer">
      <h3>{translate("measure.corridor-number", { number: voice.number(number, 0) })}</h3>
      <Areas {...answer} />
      <div class="button-row">
        <label class="field">
          <span>{translate("measure.show")}</span>
          <select
            value={which}
            onChange={(event) => setWhich(event.currentTarget.value === "outside" ? "outside" : "inside")}
          >
            <option value="inside">{translate("measure.inside")}</option>
            <option value="outside">{translate("measure.outside")}</option>
          </select>
        </label>
        <label class="field">
          <span>{translate("measure.side")}</span>
          <select
            value={side}
            onChange={(event) => setSide(SIDES_IN_ORDER.find((known) => known === event.currentTarget.value) ?? "all")}
          >
            <option value="all">{translate("measure.all-sides")}</option>
            {SIDES_IN_ORDER.map((known) => (
              <option key={known} value={known}>
                {translate(`side.${known}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {which === "inside" ? (
        <Places
          places={inside.map(asRow)}
          side={side}
          caption={translate("measure.inside")}
          count={rows && answer.inside.length + rows.count}
        />
      ) : (
        request && <Outside answer={answer} request={request} side={side} />
      )}
      <Outcome answer={ofRows}>{(all) => <RowsNote rows={all[number - 1]} />}</Outcome>
      {answer.line && <p class="quiet">{lineText(answer.line, voice)}</p>}
    </div>
  );
}

/** How many records of large imports lie inside, and how many of them are listed. */
function RowsNote({ rows }: { readonly rows: RowsInside | undefined }) {
  const { translate } = useVoice();
  if (!rows || rows.count === 0) return null;
  const isCut = rows.places.length < rows.count;
  return (
    <p class={isCut ? "note" : "quiet"}>
      {translate(isCut ? "measure.rows-inside" : "measure.rows-all-inside", {
        shown: rows.places.length,
        count: rows.count,
      })}
    </p>
  );
}

function Places({
  places,
  side,
  caption,
  count = places.length,
}: {
  readonly places: readonly PlaceRow[];
  readonly side: Side | "all";
  readonly caption: string;
  /** How many there are in all, when not all of them are among `places`. */
  readonly count?: number | undefined;
}) {
  const { translate, number } = useVoice();
  const shown = side === "all" ? places : places.filter((place) => place.side === side);
  const isCut = side === "all" && count > places.length;
  return shown.length === 0 ? (
    <p class="empty">{translate("measure.nothing-here")}</p>
  ) : (
    <PlaceTable
      caption={
        isCut
          ? translate("measure.nearest-of", { caption, shown: number(shown.length, 0), count: number(count, 0) })
          : translate("measure.caption-count", { caption, count: number(shown.length, 0) })
      }
      places={shown}
    />
  );
}

/** What lies outside, by its distance from the border: the engine ranks everything, what is inside is left out. */
function Outside({
  answer,
  request,
  side,
}: {
  readonly answer: CorridorAnswer;
  readonly request: CorridorRequest;
  readonly side: Side | "all";
}) {
  const { translate } = useVoice();
  const desk = useDesk();
  const outside = desk.outsideOf(request, answer);
  return (
    <Outcome answer={outside.value}>
      {(places) => <Places places={places} side={side} caption={translate("measure.outside")} />}
    </Outcome>
  );
}
