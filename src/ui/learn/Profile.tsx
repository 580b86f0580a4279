import { type ProfilePoint, summary } from "../../state/lesson-profile";
import { useVoice } from "../context";

const WIDTH = 320;
const HEIGHT = 130;
const FOOT = 18;
const TABLE_ROWS = 25;

/** Heights along a line as a drawing and, for those who cannot see it, as a table. It runs from the line’s beginning. */
export function Profile({ points }: { readonly points: readonly ProfilePoint[] }) {
  const { translate, length, number } = useVoice();
  const { highest, lowest, climb, fall } = summary(points);
  const total = points.at(-1)?.meters ?? 0;
  if (!highest || !lowest || total === 0) return <p class="quiet">{translate("land.none")}</p>;
  const base = Math.min(0, lowest.elevationMeters);
  const range = Math.max(1, highest.elevationMeters - base);
  const x = (meters: number) => (meters / total) * WIDTH;
  const y = (meters: number) => HEIGHT - FOOT - ((meters - base) / range) * (HEIGHT - FOOT - 14);
  const outline = points.map(
    ({ meters, elevationMeters }) => `L${x(meters).toFixed(1)} ${y(elevationMeters).toFixed(1)}`,
  );
  const meters = (value: number) => translate("unit.m", { value: number(Math.round(value / 5) * 5) });
  const text = translate("land.summary", {
    length: length(total, 1000),
    highest: meters(highest.elevationMeters),
    highestAt: length(highest.meters, 1000),
    lowest: meters(lowest.elevationMeters),
    climb: meters(climb),
    fall: meters(fall),
  });
  const step = Math.max(1, Math.ceil(points.length / TABLE_ROWS));
  return (
    <figure>
      <svg class="profile" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text} direction="ltr">
        <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} />
        <path class="profile__land" d={`M0 ${HEIGHT - FOOT}${outline.join("")}L${WIDTH} ${HEIGHT - FOOT}Z`} />
        <text x="0" y="10">
          {meters(highest.elevationMeters)}
        </text>
        <text x="0" y={HEIGHT - 4}>
          {length(0)}
        </text>
        <text x={WIDTH} y={HEIGHT - 4} text-anchor="end">
          {length(total, 1000)}
        </text>
      </svg>
      <figcaption aria-live="polite">
        {text} {translate("land.every", { step: length(total / (points.length - 1)) })}
      </figcaption>
      <details class="player__more">
        <summary>{translate("land.table")}</summary>
        <div class="profile-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{translate("land.along")}</th>
                <th scope="col">{translate("land.height")}</th>
              </tr>
            </thead>
            <tbody>
              {points
                .filter((_, index) => index % step === 0 || index === points.length - 1)
                .map((point) => (
                  <tr key={point.meters}>
                    <td>{length(point.meters, 1000)}</td>
                    <td>{meters(point.elevationMeters)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
