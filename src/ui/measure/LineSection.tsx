import { useState } from "preact/hooks";
import { readCoordinates } from "../../state/coordinates";
import { formatArea } from "../../state/language/figures";
import { isClosed } from "../../state/measure-overlays";
import type { Vertex } from "../../state/vertex-history";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { bearingText } from "./figures";
import { Outcome } from "./Outcome";

/** Six decimals are a decimetre: as fine as a hand or a link can say. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** A line of several legs or an area: by clicks, by typed coordinates, by vertices moved; undone and redone. */
export function LineSection() {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, length, number } = voice;
  const desk = useDesk();
  const { model } = page;
  const { vertices } = desk;
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const all = model.view.value.measure;
  const closed = isClosed(all);
  const corners = closed ? all.slice(0, -1) : all;
  const isInHand = page.tool.value?.id === "measure";

  // A tool in hand outlives the drawing of this section: what there is now is read when it is used.
  const current = () => {
    const now = model.view.peek().measure;
    return isClosed(now) ? { corners: now.slice(0, -1), isRing: true } : { corners: now, isRing: false };
  };
  const replace = (next: readonly Vertex[], isRing: boolean) =>
    vertices.replace(isRing && next.length > 2 && next[0] ? [...next, next[0]] : next);
  const insertVertex = (index: number, lng: number, lat: number) => {
    const { corners, isRing } = current();
    replace([...corners.slice(0, index), [rounded(lng), rounded(lat)], ...corners.slice(index)], isRing);
  };
  const insert = (lng: number, lat: number) => insertVertex(current().corners.length, lng, lat);
  const setVertex = (index: number, lng: number, lat: number) => {
    const { corners, isRing } = current();
    const moved = index % corners.length;
    replace(
      corners.map((corner, at) => (at === moved ? ([rounded(lng), rounded(lat)] as const) : corner)),
      isRing,
    );
  };
  const removeVertex = (index: number) => {
    const { corners, isRing } = current();
    replace(
      corners.filter((_, at) => at !== index % corners.length),
      isRing,
    );
  };
  /** Puts a vertex half way between two others, from where it can be moved. */
  const insertOnLeg = (index: number) => {
    const { corners } = current();
    const [start, end] = [corners[index], corners[(index + 1) % corners.length]];
    if (start && end) insertVertex(index + 1, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2);
  };
  const addTyped = () => {
    const answer = readCoordinates(typed);
    if (answer?.kind === "position") {
      insert(answer.reading.lng, answer.reading.lat);
      setTyped("");
      setFault(null);
    } else setFault(translate(answer?.kind === "refused" ? `coordinates.${answer.reason}` : "coordinates.ambiguous"));
  };
  const toggleTool = () => {
    page.tool.value = isInHand
      ? null
      : { id: "measure", click: insert, dragVertex: setVertex, insertVertex, removeVertex };
  };

  return (
    <section aria-label={translate("measure.section.line")}>
      <div class="button-row">
        <button type="button" class="button" aria-pressed={isInHand} onClick={toggleTool}>
          {translate(isInHand ? "measure.stop-clicking" : "measure.click-on-map")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => insert(model.view.peek().camera.lng, model.view.peek().camera.lat)}
        >
          {translate("measure.add-centre")}
        </button>
        <button type="button" class="button" disabled={!vertices.canUndo.value} onClick={() => vertices.undo()}>
          {translate("measure.undo")}
        </button>
        <button type="button" class="button" disabled={!vertices.canRedo.value} onClick={() => vertices.redo()}>
          {translate("measure.redo")}
        </button>
        <button
          type="button"
          class="button"
          disabled={corners.length < 3}
          aria-pressed={closed}
          onClick={() => vertices.replace(closed || !corners[0] ? corners : [...corners, corners[0]])}
        >
          {translate("measure.close")}
        </button>
        <button type="button" class="button" disabled={all.length === 0} onClick={() => vertices.replace([])}>
          {translate("measure.clear")}
        </button>
      </div>
      {isInHand && <p class="quiet">{translate("measure.drag-hint")}</p>}
      <form
        class="typed-row"
        onSubmit={(event) => {
          event.preventDefault();
          addTyped();
        }}
      >
        <label class="field">
          <span>{translate("measure.type-position")}</span>
          <input dir="ltr" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button">
          {translate("measure.add")}
        </button>
      </form>
      {fault && (
        <p class="error" role="alert">
          {fault}
        </p>
      )}
      <div role="status">
        <Outcome answer={desk.line.value} none={translate("measure.line-none")}>
          {(answer) => (
            <>
              <p class="figure">
                <strong>{length(answer.meters)}</strong>
                {answer.squareMeters !== null && (
                  <span>
                    {" "}
                    · {formatArea(answer.squareMeters, translate, voice.language, model.settings.value.digits)}
                  </span>
                )}
              </p>
              {!answer.simple && <p class="error">{translate("measure.crossing-sides")}</p>}
            </>
          )}
        </Outcome>
      </div>
      {corners.length > 0 && (
        <table class="figures-table">
          <caption>{translate("measure.legs")}</caption>
          <thead>
            <tr>
              <th scope="col">{translate("measure.vertex")}</th>
              <th scope="col">{translate("measure.position")}</th>
              <th scope="col">{translate("measure.leg")}</th>
              <th scope="col">{translate("measure.initial-bearing")}</th>
            </tr>
          </thead>
          <tbody>
            {corners.map(([lng, lat], index) => {
              const answer = desk.line.value;
              const leg = answer.state === "ready" ? answer.value.legs[index] : undefined;
              return (
                <tr key={`${index}-${lng}-${lat}`}>
                  <th scope="row">{number(index + 1)}</th>
                  <td>
                    <input
                      dir="ltr"
                      class="position-input"
                      aria-label={translate("measure.position-of", { number: number(index + 1) })}
                      defaultValue={`${lat}, ${lng}`}
                      onChange={(event) => {
                        const read = readCoordinates(event.currentTarget.value);
                        if (read?.kind === "position") setVertex(index, read.reading.lng, read.reading.lat);
                        else event.currentTarget.value = `${lat}, ${lng}`;
                      }}
                    />
                    <div class="row-actions">
                      <button
                        type="button"
                        class="button button--small"
                        aria-label={translate("measure.insert-after", { number: number(index + 1) })}
                        title={translate("measure.insert-after", { number: number(index + 1) })}
                        disabled={!leg}
                        onClick={() => insertOnLeg(index)}
                      >
                        +
                      </button>
                      <button
                        type="button"
                        class="button button--small"
                        title={translate("measure.remove-vertex", { number: number(index + 1) })}
                        aria-label={translate("measure.remove-vertex", { number: number(index + 1) })}
                        onClick={() => removeVertex(index)}
                      >
                        ×
                      </button>
                    </div>
                  </td>
                  <td>{leg ? length(leg.meters) : ""}</td>
                  <td>{leg ? bearingText(leg.initialBearingDegrees, voice) : ""}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
