import "../styles/late.css";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { SKETCH_KINDS } from "../../data/sketch";
import { circle } from "../../geo/circle";
import { sketchesOf } from "../../state/page-sketches";
import { SKETCH_LAYER_ID } from "../../state/sketch-layer";
import { leastVertices, type SketchVertex } from "../../state/sketches";
import { useAtlas, useVoice } from "../context";
import { openExport } from "../export/wanted";
import { Icon } from "../Icon";
import { PositionField } from "./PositionField";
import { RadiusField } from "./RadiusField";
import { SketchForm } from "./SketchForm";
import { useHandles } from "./use-handles";

/** What can be drawn at a stroke: a circle becomes an area of so many corners at one geodesic distance. */
const DRAWN_KINDS = [...SKETCH_KINDS, "circle"] as const;
type DrawnKind = (typeof DRAWN_KINDS)[number];
const CIRCLE_CORNERS = 72;

/** Points, lines, areas and texts of the reader's own: by pressing on the map or by typing positions. */
export default function DrawTab() {
  const atlas = useAtlas();
  const { page, shell } = atlas;
  const { translate, number } = useVoice();
  const sketches = useMemo(() => sketchesOf(page), [page]);
  const kind = useSignal<DrawnKind>(sketches.book.peek().draft?.kind ?? "point");
  const radiusKm = useSignal(10);
  const edited = useSignal<string | null>(null);
  useHandles(sketches, edited);
  const isOnMap = page.tool.value?.id === "annotate";
  const { sketches: drawn, draft } = sketches.book.value;

  const put = (lng: number, lat: number): string | null => {
    const chosen = kind.peek();
    if (chosen !== "circle") return sketches.add(chosen, [lng, lat]);
    const ring = circle([lng, lat], radiusKm.peek() * 1000, CIRCLE_CORNERS);
    return sketches.addArea(ring.slice(0, -1).map(([x, y]): SketchVertex => [x, y]));
  };
  const root = useRef<HTMLElement>(null);
  const add = (lng: number, lat: number) => {
    const id = put(lng, lat);
    if (id !== null) {
      edited.value = id;
      requestAnimationFrame(() =>
        root.current?.querySelector(".draw__form .field")?.scrollIntoView({ block: "nearest" }),
      );
    }
    const count = sketches.book.peek().draft?.vertices.length ?? 0;
    shell.announce(id === null ? translate("sketch.vertex-added", { count }) : translate("sketch.added"));
  };
  /** What was pressed goes with what it was for: the focus moves on to where work goes on. */
  const moveFocus = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  const finish = () => {
    edited.value = sketches.finish();
    shell.announce(translate("sketch.added"));
    moveFocus(".draw__form input");
  };
  const giveUp = () => {
    sketches.giveUp();
    moveFocus(".draw__position input");
  };
  /** A button that can do nothing more gives the focus to the other. */
  const undo = () => {
    sketches.undo();
    if (!sketches.canUndo.peek()) moveFocus("[data-step=redo]");
  };
  const redo = () => {
    sketches.redo();
    if (!sketches.canRedo.peek()) moveFocus("[data-step=undo]");
  };
  const takeTool = (isWanted: boolean) => {
    if (!isWanted) {
      page.tool.value = null;
      return;
    }
    const dragVertex = (index: number, lng: number, lat: number) => {
      sketches.moveVertex(index, [lng, lat]);
      shell.announce(translate("sketch.moved"));
    };
    const insertVertex = (index: number, lng: number, lat: number) => {
      sketches.insertVertex(index, [lng, lat]);
      shell.announce(translate("sketch.corner-added"));
    };
    const removeVertex = (index: number) => {
      const needed = sketches.removeVertex(index);
      shell.announce(
        needed === null ? translate("sketch.corner-removed") : translate("sketch.corner-needed", { count: needed }),
      );
    };
    const { shapes } = sketches;
    page.tool.value = { id: "annotate", click: add, shapes, dragVertex, insertVertex, removeVertex };
  };
  useEffect(
    () => () => {
      if (page.tool.peek()?.id === "annotate") page.tool.value = null;
    },
    [page],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) sketches.redo();
    else sketches.undo();
  };

  return (
    <section class="draw" ref={root} aria-label={translate("tool.draw")} onKeyDown={onKeyDown}>
      <fieldset class="draw__kinds">
        <legend>{translate("sketch.what")}</legend>
        {DRAWN_KINDS.map((known) => (
          <label key={known} class="chip">
            <input
              type="radio"
              name="sketch-kind"
              checked={known === kind.value}
              onChange={() => {
                kind.value = known;
              }}
            />
            <span>{translate(`sketch.kind.${known}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind.value === "circle" && <RadiusField km={radiusKm.value} onChange={(km) => (radiusKm.value = km)} />}
      <PositionField onAdd={add} />
      <div class="button-row">
        <button type="button" class="button" aria-pressed={isOnMap} onClick={() => takeTool(!isOnMap)}>
          {translate("sketch.on-map")}
        </button>
        <button type="button" class="button" data-step="undo" disabled={!sketches.canUndo.value} onClick={undo}>
          {translate("sketch.undo")}
        </button>
        <button type="button" class="button" data-step="redo" disabled={!sketches.canRedo.value} onClick={redo}>
          {translate("sketch.redo")}
        </button>
      </div>
      {isOnMap && (drawn.length > 0 || draft) && <p class="quiet">{translate("sketch.drag")}</p>}
      {draft && (
        <div class="draw__draft" role="status">
          <p>{translate("sketch.draft", { count: draft.vertices.length })}</p>
          <div class="button-row">
            <button
              type="button"
              class="button"
              disabled={draft.vertices.length < leastVertices(draft.kind)}
              onClick={finish}
            >
              {translate("sketch.finish")}
            </button>
            <button type="button" class="button" onClick={giveUp}>
              {translate("sketch.give-up")}
            </button>
          </div>
        </div>
      )}
      {!sketches.isKept.value && (
        <p class="failure" role="alert">
          {translate("sketch.not-kept")}
        </p>
      )}
      {drawn.length > 0 && (
        <div class="draw__head">
          <h3>{translate("sketch.all", { count: number(drawn.length) })}</h3>
          <button
            type="button"
            class="button button--small"
            onClick={() => openExport(shell, { scope: "all", layer: SKETCH_LAYER_ID })}
          >
            <Icon name="download" /> {translate("tool.export")}
          </button>
        </div>
      )}
      <ul class="plain-list">
        {drawn.map((one) => (
          <li key={one.id} class="draw__item">
            <div class="draw__head">
              <button
                type="button"
                class="link-button"
                aria-expanded={edited.value === one.id}
                onClick={() => {
                  edited.value = edited.peek() === one.id ? null : one.id;
                }}
              >
                <bdi dir="auto">{one.title.trim() || translate(`sketch.untitled.${one.kind}`)}</bdi>
              </button>
              <span class="quiet">{translate(`sketch.kind.${one.kind}`)}</span>
            </div>
            {edited.value === one.id && (
              <SketchForm
                sketch={one}
                sketches={sketches}
                onRemoved={() => {
                  shell.announce(translate("sketch.removed"));
                  moveFocus(".draw__position input");
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">{translate("sketch.kept")}</p>
    </section>
  );
}
