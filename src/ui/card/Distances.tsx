import type { PlaceRecord } from "../../data/place-record";
import type { LineDistanceAnswer } from "../../geo/tasks";
import { useAtlas, useVoice, type Voice } from "../context";
import { Section } from "./Section";
import { References, StatedName, StatedText } from "./Texts";

type StatedFigure = PlaceRecord["figures"][number];

const METERS_PER_UNIT: Readonly<Record<string, number>> = { km: 1000, m: 1, mi: 1609.344 };

/** True for figures that say how far something is from something. */
export const isDistance = ({ about }: StatedFigure): boolean => about === "distance" || about === "distance_to_border";

/** A length no finer than its doubt. */
const rough = (meters: number, doubt: number, voice: Voice) => voice.length(meters, Math.max(100, doubt));

/** How a stated distance stands to what is computed, in words. */
function verdict({ about, value, unit }: StatedFigure, answer: LineDistanceAnswer, voice: Voice): string {
  const { translate } = voice;
  const stated = (value ?? Number.NaN) * (METERS_PER_UNIT[unit ?? ""] ?? Number.NaN);
  if (about !== "distance_to_border" || Number.isNaN(stated)) return translate("distance.other-places");
  const { lowMeters, highMeters } = answer.estimate;
  if (stated >= lowMeters && stated <= highMeters) return translate("distance.agrees");
  const beyond = stated < lowMeters ? lowMeters - stated : stated - highMeters;
  return translate(stated < lowMeters ? "distance.nearer" : "distance.farther", { length: rough(beyond, 1000, voice) });
}

/** What sources state of the distance beside what we compute from the point, and why the two may differ. */
export function Distances({
  figures,
  hasPoint,
}: {
  readonly figures: readonly StatedFigure[];
  readonly hasPoint: boolean;
}) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, date } = voice;
  const measures = page.measures.value;
  const measured = hasPoint && measures && measures !== "failed" ? measures.toBorder.value : null;
  // What is on its way still holds the figures of the place before.
  const answer = measured?.state === "ready" ? measured.value : null;
  const retry = measures === "failed" ? page.wantMeasures : measured?.state === "failed" ? measured.retry : null;
  if (figures.length === 0 && !hasPoint) return null;
  return (
    <Section id="distance" title={translate("card.distance")}>
      <h4>{translate("distance.computed")}</h4>
      {!hasPoint && <p>{translate("distance.no-point")}</p>}
      {hasPoint && !answer && !retry && <p class="quiet">{translate("distance.waiting")}</p>}
      {hasPoint && retry && (
        <p class="failure" role="alert">
          {translate("distance.failed")}{" "}
          <button type="button" class="button" onClick={retry}>
            {translate("action.retry")}
          </button>
        </p>
      )}
      {answer && (
        <>
          <p>
            {translate("distance.to-border", {
              length: rough(answer.meters, answer.estimate.errorMeters, voice),
              low: rough(answer.estimate.lowMeters, answer.estimate.errorMeters, voice),
              high: rough(answer.estimate.highMeters, answer.estimate.errorMeters, voice),
            })}
          </p>
          {answer.ambiguous && <p class="quiet">{translate("distance.ambiguous")}</p>}
        </>
      )}
      {figures.length > 0 && (
        <>
          <h4>{translate("distance.stated")}</h4>
          <ul class="plain-list entries">
            {figures.map((figure) => (
              <li key={`${figure.text} ${figure.by}`}>
                <p>
                  <StatedText text={figure.text} />
                </p>
                <p class="quiet">
                  {translate("figure.by")} <StatedName name={figure.by} />
                  {figure.date !== null && ` · ${date(figure.date)}`} <References ids={figure.sources} />
                </p>
                {answer && <p class="quiet">{verdict(figure, answer, voice)}</p>}
              </li>
            ))}
          </ul>
          <p class="quiet">{translate("distance.why")}</p>
        </>
      )}
    </Section>
  );
}
