import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import type { Sketch } from "../../data/sketch";
import { readCoordinates } from "../../state/coordinates";
import { movedShape } from "../../state/shape-move";
import { SKETCH_LAYER_ID } from "../../state/sketch-layer";
import { leastVertices, type Sketches } from "../../state/sketches";
import { useAtlas, useVoice } from "../context";

const linesOf = ({ vertices }: Sketch) =>
  vertices.map(([lng, lat]) => `${Number(lat.toFixed(6))}, ${Number(lng.toFixed(6))}`).join("\n");

/** The positions written in `text`, one a line; null when a line cannot be read. */
function verticesIn(text: string): Sketch["vertices"] | null {
  const vertices: Sketch["vertices"] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const answer = readCoordinates(line);
    if (answer?.kind !== "position") return null;
    vertices.push([answer.reading.lng, answer.reading.lat]);
  }
  return vertices;
}

interface SketchFormProps {
  readonly sketch: Sketch;
  readonly sketches: Sketches;
  readonly onRemoved: () => void;
}

/** What the reader wrote about a sketch, and where it lies. Every field is kept when it is left. */
export function SketchForm({ sketch, sketches, onRemoved }: SketchFormProps) {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const id = useId();
  const isMoving = page.tool.value?.id === "move";
  const isRefused = useSignal(false);
  const keep = (name: "title" | "note" | "category" | "date", value: string) => {
    if (sketch[name] !== value) sketches.change(sketch.id, { [name]: value });
  };
  const move = (text: string) => {
    const vertices = verticesIn(text);
    isRefused.value = vertices === null || vertices.length < leastVertices(sketch.kind);
    if (vertices && !isRefused.peek() && text.trim() !== linesOf(sketch)) sketches.change(sketch.id, { vertices });
  };
  const takeMove = () => {
    if (isMoving) {
      page.tool.value = null;
      return;
    }
    const click = (lng: number, lat: number) => {
      const { vertices } = sketches.book.peek().sketches.find((one) => one.id === sketch.id) ?? sketch;
      sketches.change(sketch.id, { vertices: movedShape(vertices, [lng, lat]).map(([x, y]) => [x, y]) });
      page.tool.value = null;
      shell.announce(translate("sketch.moved-whole"));
    };
    page.tool.value = { id: "move", click };
  };
  useEffect(
    () => () => {
      if (page.tool.peek()?.id === "move") page.tool.value = null;
    },
    [page],
  );
  return (
    <div class="draw__form">
      {(["title", "category"] as const).map((name) => (
        <label key={name} class="field">
          <span>{translate(`sketch.field.${name}`)}</span>
          <input
            dir="auto"
            maxLength={4000}
            value={sketch[name]}
            onChange={(event) => keep(name, event.currentTarget.value)}
          />
        </label>
      ))}
      <label class="field">
        <span>{translate("sketch.field.date")}</span>
        <input
          type="date"
          max="9999-12-31"
          value={sketch.date}
          onChange={(event) => keep("date", event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{translate("sketch.field.note")}</span>
        <textarea
          dir="auto"
          rows={3}
          maxLength={4000}
          value={sketch.note}
          onChange={(event) => keep("note", event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{translate("sketch.field.positions")}</span>
        <textarea
          dir="ltr"
          rows={Math.min(6, sketch.vertices.length + 1)}
          aria-invalid={isRefused.value}
          aria-describedby={isRefused.value ? `${id}-fault` : undefined}
          value={linesOf(sketch)}
          onChange={(event) => move(event.currentTarget.value)}
        />
      </label>
      {isRefused.value && (
        <p class="error" role="alert" id={`${id}-fault`}>
          {translate("sketch.positions-refused", { count: leastVertices(sketch.kind) })}
        </p>
      )}
      {isMoving && (
        <p class="quiet" role="status">
          {translate("sketch.move-hint")}
        </p>
      )}
      <div class="button-row">
        <button
          type="button"
          class="button button--small"
          onClick={() => page.model.show({ layer: SKETCH_LAYER_ID, id: sketch.id })}
        >
          {translate("sketch.show")}
        </button>
        <button type="button" class="button button--small" aria-pressed={isMoving} onClick={takeMove}>
          {translate("sketch.move")}
        </button>
        <button
          type="button"
          class="button button--small"
          onClick={() => {
            sketches.remove(sketch.id);
            onRemoved();
          }}
        >
          {translate("sketch.remove")}
        </button>
      </div>
    </div>
  );
}
