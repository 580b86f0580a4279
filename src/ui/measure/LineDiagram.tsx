import type { ProfileEntry } from "../../geo/tasks";
import { useAtlas, useVoice } from "../context";
import { spreadLabels } from "./spread-labels";

const LEAST_HEIGHT_PX = 460;
const WIDTH_PX = 300;
const MARGIN_PX = 20;
const AXIS_PX = WIDTH_PX / 2;
/** How far from the axis the farthest place stands, and where its name begins. */
const REACH_PX = 44;
const NAME_PX = 56;
const LINE_PX = 12;
const LONGEST_NAME = 17;

/** A name of at most so many letters. The diagram runs from left to right; set apart, a name ends where its own script does. */
const shorten = (name: string) =>
  name.length > LONGEST_NAME ? `\u2068${name.slice(0, LONGEST_NAME - 1).trimEnd()}…\u2069` : name;

/** A straight line from tripoint to sea: Iran on one hand, Pakistan on the other, each place at its kilometre. */
export function LineDiagram({
  entries,
  lineMeters,
  withinMeters,
}: {
  readonly entries: readonly ProfileEntry[];
  readonly lineMeters: number;
  readonly withinMeters: number;
}) {
  const { page } = useAtlas();
  const { translate, number, text } = useVoice();
  const hands = {
    start: entries.filter(({ side }) => side !== "PK"),
    end: entries.filter(({ side }) => side === "PK"),
  };
  const most = Math.max(hands.start.length, hands.end.length);
  const height = Math.max(LEAST_HEIGHT_PX, (most + 1) * LINE_PX + 2 * MARGIN_PX);
  const y = (meters: number) => MARGIN_PX + (meters / lineMeters) * (height - 2 * MARGIN_PX);
  const ticks = Array.from({ length: Math.floor(lineMeters / 100_000) + 1 }, (_, index) => index * 100_000);
  const hand = (places: readonly ProfileEntry[], outward: 1 | -1) => {
    const levels = places.map(({ chainageMeters }) => y(chainageMeters));
    const labels = spreadLabels(levels, LINE_PX, MARGIN_PX, height - 4);
    return places.map(({ key, meters, group }, index) => {
      const level = levels[index] as number;
      const label = labels[index] as number;
      const x = AXIS_PX + outward * Math.min(1, meters / withinMeters) * REACH_PX;
      const elbow = AXIS_PX + outward * (REACH_PX + 4);
      const edge = AXIS_PX + outward * (NAME_PX - 2);
      const feature = page.model.features.value.get(key)?.feature;
      const name = feature ? text(feature.properties.title) : key;
      return (
        <g key={key}>
          <polyline class="line-diagram__foot" points={`${AXIS_PX},${level} ${elbow},${level} ${edge},${label}`} />
          <circle class={`line-diagram__place line-diagram__place--${group}`} cx={x} cy={level} r={3.2} />
          <text
            class={outward > 0 ? "line-diagram__name" : "line-diagram__name line-diagram__name--left"}
            x={AXIS_PX + outward * NAME_PX}
            y={label + 3}
          >
            <title>{name}</title>
            {shorten(name)}
          </text>
        </g>
      );
    });
  };
  return (
    <svg
      class="line-diagram"
      viewBox={`0 0 ${WIDTH_PX} ${height}`}
      direction="ltr"
      role="img"
      aria-label={translate("measure.diagram")}
    >
      {hand(hands.start, -1)}
      {hand(hands.end, 1)}
      <line class="line-diagram__axis" x1={AXIS_PX} x2={AXIS_PX} y1={y(0)} y2={y(lineMeters)} />
      {ticks.map((meters) => (
        <text key={meters} class="line-diagram__km" x={AXIS_PX} y={y(meters) + 3}>
          {number(meters / 1000)}
        </text>
      ))}
      <text class="line-diagram__side" x={AXIS_PX - NAME_PX} y={11}>
        {translate("side.IR")}
      </text>
      <text class="line-diagram__side line-diagram__side--right" x={AXIS_PX + NAME_PX} y={11}>
        {translate("side.PK")}
      </text>
    </svg>
  );
}
