import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Foot } from "../../geo/tasks";
import { featureKey } from "../../state/feature-key";
import { knownPoint } from "../../state/known-point";
import { formatPosition } from "../../state/language/position";
import type { Answer } from "../../state/latest";
import type { MeasuredDistance } from "../../state/measure-overlays";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { EndPicker } from "./EndPicker";
import { bearingText, estimateText, lineText, sideText } from "./figures";
import { Outcome } from "./Outcome";

/** From any place to any other, to the border, or to the nearest crossing, market or port. */
export function DistanceSection() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const desk = useDesk();
  const { from, to } = page.model.view.value;
  return (
    <section aria-label={translate("measure.section.distance")}>
      <EndPicker
        label={translate("measure.from")}
        end={from}
        toolId="from"
        onPick={(end) => desk.setEnd("from", end)}
      />
      <EndPicker
        label={translate("measure.to")}
        end={to}
        toolId="to"
        withBorder
        onPick={(end) => desk.setEnd("to", end)}
      />
      <div role="status">
        <Outcome answer={desk.distance.value} none={translate("measure.distance-none")}>
          {(measured) => <Distance measured={measured} />}
        </Outcome>
      </div>
      <NearestButtons />
    </section>
  );
}

const KINDS = ["crossings", "markets", "ports"] as const;

/** To the nearest of a kind: which one it is, the engine says. */
function NearestButtons() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const desk = useDesk();
  const { model } = page;
  const { from } = model.view.value;
  const [failure, setFailure] = useState<Answer<never>>({ state: "none" });
  if (!from || from.kind === "border") return null;
  const point =
    from.kind === "position"
      ? { position: [from.lng, from.lat] as const, radiusMeters: 0 }
      : knownPoint(model.features.value.get(featureKey(from.reference))?.feature);
  if (!point) return <p class="error">{translate("measure.no-point")}</p>;
  const measureTo = async (kind: (typeof KINDS)[number]) => {
    setFailure({ state: "none" });
    try {
      const [nearest] = await desk.nearestOf(point.position, kind);
      const [layer = "", id = ""] = nearest?.key.split("/") ?? [];
      if (nearest) desk.setEnd("to", { kind: "feature", reference: { layer, id } });
    } catch (error) {
      const retry = () => void measureTo(kind);
      setFailure({ state: "failed", error: error instanceof Error ? error : new Error(String(error)), retry });
    }
  };
  return (
    <>
      <div class="button-row">
        {KINDS.map((kind) => (
          <button key={kind} type="button" class="button button--small" onClick={() => void measureTo(kind)}>
            {translate(`measure.nearest.${kind}`)}
          </button>
        ))}
      </div>
      <Outcome answer={failure}>{() => null}</Outcome>
    </>
  );
}

/** Every point of the line that is as near: where it lies along the border, and where on the Earth. */
function Feet({ feet }: { readonly feet: readonly Foot[] }) {
  const { translate, length } = useVoice();
  return (
    <ul class="plain-list">
      {feet.map(({ position, chainageMeters }) => (
        <li key={chainageMeters}>
          {translate("measure.from-tripoint", { value: length(chainageMeters) })}{" "}
          <bdi dir="ltr" class="quiet">
            {formatPosition([position[0], position[1]], 100)}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

function Distance({ measured }: { readonly measured: MeasuredDistance }) {
  const voice = useVoice();
  const { translate } = voice;
  const { answer } = measured;
  const rows: [string, ComponentChildren][] = [
    [translate("measure.initial-bearing"), bearingText(answer.initialBearingDegrees, voice)],
    [translate("measure.final-bearing"), bearingText(answer.finalBearingDegrees, voice)],
  ];
  if (measured.to === "border") {
    const { chainageMeters, feet } = measured.answer;
    rows.push([translate("measure.side"), sideText(measured.answer, voice)]);
    rows.push([
      translate("measure.border-km"),
      translate("measure.from-tripoint", { value: voice.length(chainageMeters) }),
    ]);
    if (feet.length > 1) rows.push([translate("measure.feet"), <Feet key="feet" feet={feet} />]);
  }
  return (
    <>
      <p class="figure">
        <strong>{voice.length(answer.meters, answer.estimate.errorMeters)}</strong>
      </p>
      {answer.estimate.errorMeters >= 100 && <p>{estimateText(answer.estimate, voice)}</p>}
      <dl class="facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {translate(`method.${answer.method}`)} {measured.to === "border" && lineText(measured.answer.line, voice)}
      </p>
    </>
  );
}
