import { useEffect } from "preact/hooks";
import { StatedName } from "../card/Texts";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { Outcome } from "./Outcome";

const TOLERANCES_METERS = [0, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const FIRST = 5;

/** Why many lengths are all “the” length: a slider of tolerance draws each line and says how long it is. */
export function LengthSection() {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, length, number } = voice;
  const desk = useDesk();
  useEffect(() => {
    if (desk.tolerance.peek() === null) desk.setTolerance(TOLERANCES_METERS[FIRST]);
    return () => desk.setTolerance(null);
  }, [desk]);
  const tolerance = desk.tolerance.value ?? 0;
  const at = Math.max(
    0,
    TOLERANCES_METERS.findIndex((meters) => meters === tolerance),
  );
  const record = page.model.features.value.get("border/border")?.feature.properties;
  const figures = record && "figures" in record ? record.figures : [];
  const stated = figures.filter(({ value, unit, about }) => about === "length" && value !== null && unit === "km");
  const name = length(tolerance);

  return (
    <section aria-label={translate("measure.section.length")}>
      <p>{translate("measure.length-why")}</p>
      <label class="field">
        <span>{translate("measure.tolerance")}</span>
        <input
          type="range"
          min={0}
          max={TOLERANCES_METERS.length - 1}
          value={at}
          aria-valuetext={name}
          onInput={(event) => desk.setTolerance(TOLERANCES_METERS[event.currentTarget.valueAsNumber] ?? 0)}
        />
      </label>
      <div role="status">
        <Outcome answer={desk.generalised.value}>
          {(line) => (
            <p class="figure">
              <strong>{length(line.meters)}</strong>{" "}
              {translate("measure.generalised", {
                tolerance: length(line.toleranceMeters),
                vertices: number(line.vertices),
              })}
            </p>
          )}
        </Outcome>
      </div>
      {stated.length > 0 && (
        <table class="figures-table">
          <caption>{translate("measure.stated-lengths")}</caption>
          <thead>
            <tr>
              <th scope="col">{translate("measure.length")}</th>
              <th scope="col">{translate("measure.stated-by")}</th>
            </tr>
          </thead>
          <tbody>
            {stated.map((figure) => (
              <tr key={`${figure.by}-${figure.value}`}>
                <td>
                  <StatedName name={figure.text} />
                </td>
                <td>
                  <StatedName name={figure.by} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <FlatAgainstGeodesic />
    </section>
  );
}

/** Between the ends of the measured distance: the shortest way, and the one a flat map draws. */
function FlatAgainstGeodesic() {
  const { translate, length } = useVoice();
  const desk = useDesk();
  useEffect(() => {
    desk.flatWanted.value = true;
    return () => {
      desk.flatWanted.value = false;
    };
  }, [desk]);
  return (
    <>
      <h3>{translate("measure.flat-title")}</h3>
      <Outcome answer={desk.flat.value} none={translate("measure.flat-none")}>
        {({ geodesicMeters, flatMeters, apartMeters }) => (
          <p>
            {translate("measure.flat-answer", {
              geodesic: length(geodesicMeters),
              flat: length(flatMeters),
              apart: length(apartMeters),
            })}
          </p>
        )}
      </Outcome>
    </>
  );
}
