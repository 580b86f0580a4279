import { useEffect, useState } from "preact/hooks";
import type { ProfileEntry } from "../../geo/tasks";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { sideText } from "./figures";
import { Outcome } from "./Outcome";

const WITHIN_METERS = 30_000;
const GROUPS: ReadonlySet<string> = new Set(["crossings", "markets", "strikes", "incidents", "towns", "ports"]);

/** The border by its kilometres: go to one, and what lies along the line from the tripoint to the sea. */
export function AlongSection() {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate } = voice;
  const desk = useDesk();
  const [typed, setTyped] = useState("");
  useEffect(() => {
    desk.profileWithin.value = WITHIN_METERS;
    return () => {
      desk.profileWithin.value = null;
      desk.chainage.value = null;
    };
  }, [desk]);
  const here = desk.atChainage.value;
  const position = here.state === "ready" ? here.value : null;
  useEffect(() => {
    if (!position) return;
    const { camera } = page.model.view.peek();
    page.model.setCamera({ ...camera, lng: position[0], lat: position[1], zoom: Math.max(camera.zoom, 8.5) });
  }, [position, page]);

  return (
    <section aria-label={translate("measure.section.along")}>
      <form
        class="typed-row"
        onSubmit={(event) => {
          event.preventDefault();
          const km = Number(typed);
          if (typed.trim() !== "" && Number.isFinite(km)) desk.chainage.value = km * 1000;
        }}
      >
        <label class="field">
          <span>{translate("measure.go-to-km")}</span>
          <input
            type="number"
            dir="ltr"
            min={0}
            step="any"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {translate("measure.go")}
        </button>
      </form>
      <div role="status">
        <Outcome answer={here}>
          {([lng, lat]) => (
            <p>
              {translate("measure.position")}: <bdi dir="ltr">{`${lat.toFixed(5)}, ${lng.toFixed(5)}`}</bdi>
            </p>
          )}
        </Outcome>
      </div>
      <h3>{translate("measure.profile-title", { value: voice.length(WITHIN_METERS) })}</h3>
      <Outcome answer={desk.profile.value}>{(entries) => <Profile entries={entries} />}</Outcome>
    </section>
  );
}

function Profile({ entries }: { readonly entries: readonly ProfileEntry[] }) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, text, number, length } = voice;
  const { features } = page.model;
  const shown = entries.filter(({ group, key }) => GROUPS.has(group) && features.value.has(key));
  return (
    <>
      <Diagram entries={shown} />
      <table class="figures-table">
        <caption>{translate("measure.profile-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{translate("measure.border-km")}</th>
            <th scope="col">{translate("measure.place")}</th>
            <th scope="col">{translate("measure.distance")}</th>
            <th scope="col">{translate("measure.side")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => {
            const [layer = "", id = ""] = entry.key.split("/");
            const feature = features.value.get(entry.key)?.feature;
            return (
              <tr key={entry.key}>
                <td>{number(entry.chainageMeters / 1000)}</td>
                <th scope="row">
                  <button type="button" class="link" onClick={() => page.model.show({ layer, id })}>
                    {feature ? text(feature.properties.title) : entry.key}
                  </button>
                </th>
                <td>{length(entry.meters)}</td>
                <td>{sideText(entry, voice)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

const HEIGHT_PX = 460;
const WIDTH_PX = 300;
const MARGIN_PX = 18;
const AXIS_PX = WIDTH_PX / 2;

/** A straight line from tripoint to sea: Iran on one hand, Pakistan on the other, each place at its kilometre. */
function Diagram({ entries }: { readonly entries: readonly ProfileEntry[] }) {
  const { translate, number } = useVoice();
  const last = Math.max(1, ...entries.map(({ chainageMeters }) => chainageMeters));
  const y = (meters: number) => MARGIN_PX + (meters / last) * (HEIGHT_PX - 2 * MARGIN_PX);
  const ticks = Array.from({ length: Math.floor(last / 100_000) + 1 }, (_, index) => index * 100_000);
  return (
    <svg
      class="line-diagram"
      viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`}
      role="img"
      aria-label={translate("measure.diagram")}
    >
      <line class="line-diagram__axis" x1={AXIS_PX} x2={AXIS_PX} y1={y(0)} y2={y(last)} />
      {ticks.map((meters) => (
        <g key={meters}>
          <line class="line-diagram__tick" x1={AXIS_PX - 4} x2={AXIS_PX + 4} y1={y(meters)} y2={y(meters)} />
          <text class="line-diagram__km" x={AXIS_PX + 7} y={y(meters) + 3}>
            {number(meters / 1000)}
          </text>
        </g>
      ))}
      {entries.map(({ key, chainageMeters, meters, side, group }) => {
        const outward = Math.min(1, meters / WITHIN_METERS) * (AXIS_PX - 30);
        const x = AXIS_PX + (side === "PK" ? outward : -outward);
        return (
          <g key={key}>
            <line class="line-diagram__foot" x1={AXIS_PX} x2={x} y1={y(chainageMeters)} y2={y(chainageMeters)} />
            <circle class={`line-diagram__place line-diagram__place--${group}`} cx={x} cy={y(chainageMeters)} r={3.4} />
          </g>
        );
      })}
      <text class="line-diagram__side" x={20} y={12}>
        {translate("side.IR")}
      </text>
      <text class="line-diagram__side line-diagram__side--end" x={WIDTH_PX - 20} y={12}>
        {translate("side.PK")}
      </text>
    </svg>
  );
}
