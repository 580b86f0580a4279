import { useEffect, useRef, useState } from "preact/hooks";
import { linesToGeoJson } from "../../geo/packed";
import type { Position } from "../../geo/position";
import { carried, lengthOf, type Shape, straightLine } from "../../state/lesson-compare";
import { overlay } from "../../state/overlay";
import { useAtlas, useVoice } from "../context";
import { NotArrived } from "../NotArrived";
import { type ComparedCountry, countryOutline } from "./country-outline";
import { drawShapes } from "./draw";
import { useEngine } from "./engine";

const THINGS = ["border", "straight", "IR", "PK", "AF"] as const;
type Thing = (typeof THINGS)[number];
const TOLERANCE_METERS = 500;

/** The border, or a country, laid beside anything on the map in its true size. */
export function CompareSection() {
  const { page } = useAtlas();
  const { translate, length } = useVoice();
  const ask = useEngine();
  const [thing, setThing] = useState<Thing>("border");
  const [border, setBorder] = useState<Shape | null>(null);
  const [outline, setOutline] = useState<Shape | null>(null);
  const [at, setAt] = useState<Position | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!ask) return undefined;
    const controller = new AbortController();
    ask("generalise", { toleranceMeters: TOLERANCE_METERS }, controller.signal).then(
      ({ line }) =>
        setBorder(linesToGeoJson(line).coordinates.map((part) => part.map(([lng = 0, lat = 0]) => [lng, lat]))),
      () => setHasFailed(!controller.signal.aborted),
    );
    return () => controller.abort();
  }, [ask, attempt]);
  useEffect(() => {
    setOutline(null);
    setHasFailed(false);
    if (thing === "border" || thing === "straight") return undefined;
    let isCurrent = true;
    countryOutline(thing satisfies ComparedCountry).then(
      (shape) => isCurrent && setOutline(shape),
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [thing, attempt]);

  const borderMeters = border ? lengthOf(border) : 0;
  const isArea = thing !== "border" && thing !== "straight";
  useEffect(() => {
    if (!at || !border) return undefined;
    const shape =
      thing === "border" ? carried(border, at) : thing === "straight" ? straightLine(at, borderMeters) : null;
    const laid = shape ?? (outline && carried(outline, at));
    if (!laid) return undefined;
    const lines = laid.map((line) => line.map(([lng, lat]) => [lng, lat]));
    return drawShapes(page, [
      isArea
        ? overlay("measure-area", { type: "MultiPolygon", coordinates: lines.map((ring) => [ring]) })
        : overlay("measure-line", { type: "MultiLineString", coordinates: lines }),
    ]);
  }, [page, thing, at, border, outline, borderMeters, isArea]);

  const place = useRef((lng: number, lat: number) => setAt([lng, lat]));
  useEffect(() => {
    page.tool.value = { id: "place", click: (lng, lat) => place.current(lng, lat) };
    return () => {
      page.tool.value = null;
    };
  }, [page]);
  return (
    <section class="learn__form" aria-label={translate("learn.section.compare")}>
      <p>{translate("compare.intro")}</p>
      <label class="field">
        <span>{translate("compare.what")}</span>
        <select
          value={thing}
          onChange={(event) => setThing(THINGS.find((id) => id === event.currentTarget.value) ?? "border")}
        >
          {THINGS.map((id) => (
            <option key={id} value={id}>
              {translate(`compare.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <div class="player__nav">
        <button
          type="button"
          class="button button--main"
          disabled={!border}
          onClick={() => setAt([page.model.view.peek().camera.lng, page.model.view.peek().camera.lat])}
        >
          {translate("compare.here")}
        </button>
        <button type="button" class="button" disabled={!at} onClick={() => setAt(null)}>
          {translate("compare.clear")}
        </button>
      </div>
      {hasFailed && (
        <NotArrived
          onRetry={() => {
            setHasFailed(false);
            setAttempt(attempt + 1);
          }}
        />
      )}
      <div role="status">
        {at && !isArea && <p>{translate("compare.length", { length: length(borderMeters, 1000) })}</p>}
        {at && isArea && <p>{translate("compare.true-size")}</p>}
      </div>
      <p class="quiet">{translate("compare.note")}</p>
    </section>
  );
}
