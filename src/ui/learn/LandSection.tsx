import { useState } from "preact/hooks";
import { linesToGeoJson } from "../../geo/packed";
import type { Position } from "../../geo/position";
import type { Heights } from "../../state/heights";
import { type ProfilePoint, positionsAlong } from "../../state/lesson-profile";
import { useAtlas, useVoice } from "../context";
import { useEngine } from "./engine";
import { Profile } from "./Profile";

const POINTS = 120;
const EXAGGERATIONS = [0, 1, 2, 4, 8] as const;
/** The line is followed to what the relief can tell apart. */
const TOLERANCE_METERS = 1_000;

/** How far off the Earth is seen as a ball, and how steeply one must look to see that land is raised. */
const GLOBE_ZOOM = 1.8;
const SLANT_DEGREES = 50;

/** A line whose heights were read. */
interface Followed {
  readonly points: readonly ProfilePoint[];
  readonly heights: Heights;
}

/** The shape of the land: heights along the border or a drawn line, the relief raised, and the globe. */
export function LandSection() {
  const { page } = useAtlas();
  const { translate, number, length } = useVoice();
  const ask = useEngine();
  const [followed, setFollowed] = useState<Followed | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const drawn = page.model.view.value.measure;
  const drawing = page.drawing.value;

  const follow = async (line: readonly Position[]) => {
    setHasFailed(false);
    setFollowed(null);
    try {
      const stations = positionsAlong(line, POINTS);
      const heights = await page.heights(
        stations.map(({ position }) => position),
        page.model.basemap.peek(),
      );
      const points = stations.flatMap((station, index) => {
        const elevationMeters = heights.meters[index];
        return elevationMeters == null ? [] : [{ ...station, elevationMeters }];
      });
      setFollowed({ points, heights });
    } catch {
      setHasFailed(true);
    }
  };
  const followBorder = async () => {
    if (!ask) return;
    try {
      const { line } = await ask("generalise", { toleranceMeters: TOLERANCE_METERS }, AbortSignal.timeout(30_000));
      await follow(
        linesToGeoJson(line)
          .coordinates.flat()
          .map(([lng = 0, lat = 0]) => [lng, lat] as const),
      );
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <section class="learn__form" aria-label={translate("learn.section.land")}>
      <p>{translate("land.intro")}</p>
      <div class="player__nav">
        <button type="button" class="button" disabled={!ask} onClick={() => void followBorder()}>
          {translate("land.along-border")}
        </button>
        <button type="button" class="button" disabled={drawn.length < 2} onClick={() => void follow(drawn)}>
          {translate("land.along-drawn")}
        </button>
      </div>
      <div role="alert">{hasFailed && <p class="failure">{translate("land.failed")}</p>}</div>
      {followed && <Profile points={followed.points} />}
      <p class="quiet">
        {followed?.heights.relief === "online"
          ? translate("land.note-online", { spacing: length(followed.heights.spacingMeters) })
          : translate("land.note")}{" "}
        {followed?.heights.relief !== "online" && translate("land.finer")}
      </p>
      <label class="field">
        <span>{translate("land.exaggeration")}</span>
        <select
          value={drawing.exaggeration}
          onChange={(event) => {
            const exaggeration = Number(event.currentTarget.value);
            page.drawing.value = { ...page.drawing.peek(), exaggeration };
            const { camera } = page.model.view.peek();
            // From straight above raised land looks like flat land.
            if (exaggeration > 0 && camera.pitch < SLANT_DEGREES) {
              page.model.setCamera({ ...camera, pitch: SLANT_DEGREES });
            }
          }}
        >
          {EXAGGERATIONS.map((value) => (
            <option key={value} value={value}>
              {value === 0 ? translate("land.flat") : translate("land.times", { value: number(value) })}
            </option>
          ))}
        </select>
      </label>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={drawing.isGlobe}
          aria-checked={drawing.isGlobe}
          onChange={(event) => {
            const isGlobe = event.currentTarget.checked;
            page.drawing.value = { ...page.drawing.peek(), isGlobe };
            const { camera } = page.model.view.peek();
            // Near by, the globe looks like the flat map.
            if (isGlobe && camera.zoom > GLOBE_ZOOM) page.model.setCamera({ ...camera, zoom: GLOBE_ZOOM });
          }}
        />
        <span>{translate("land.globe")}</span>
      </label>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={!drawing.hasLabels}
          aria-checked={!drawing.hasLabels}
          onChange={(event) => {
            page.drawing.value = { ...page.drawing.peek(), hasLabels: !event.currentTarget.checked };
          }}
        />
        <span>{translate("land.no-labels")}</span>
      </label>
    </section>
  );
}
