import type { PlaceRow } from "../../state/measures";
import { useAtlas, useVoice } from "../context";
import { shortSideText } from "./figures";

const FIRST_ROWS = 8;

/**
 * Places with distance, side and border-kilometre, nearest first; the long ones fold. What the page no longer holds, or
 * no longer shows, is left out of an older answer.
 */
export function PlaceTable({
  caption,
  places: answered,
}: {
  readonly caption: string;
  readonly places: readonly PlaceRow[];
}) {
  const { translate } = useVoice();
  const { features } = useAtlas().page.model;
  const places = answered.filter(({ key }) => features.value.has(key));
  const rest = places.slice(FIRST_ROWS);
  return (
    <>
      <Rows caption={caption} places={places.slice(0, FIRST_ROWS)} />
      {rest.length > 0 && (
        <details>
          <summary>{translate("measure.more", { count: rest.length })}</summary>
          <Rows caption={translate("measure.more-of", { name: caption })} places={rest} />
        </details>
      )}
    </>
  );
}

function Rows({ caption, places }: { readonly caption: string; readonly places: readonly PlaceRow[] }) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, text, length, number } = voice;
  const { model } = page;
  return (
    <table class="figures-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("measure.place")}</th>
          <th scope="col">{translate("measure.distance")}</th>
          <th scope="col">{translate("measure.side")}</th>
          <th scope="col">{translate("measure.border-km")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => {
          const [layer = "", id = ""] = place.key.split("/");
          const entry = model.features.value.get(place.key);
          return (
            <tr key={place.key}>
              <th scope="row">
                <button type="button" class="link" onClick={() => model.show({ layer, id })}>
                  {entry ? text(entry.feature.properties.title) : place.key}
                </button>
              </th>
              <td>
                {length(place.meters, place.errorMeters)}
                {place.errorMeters >= 1000 && <small> ±{length(place.errorMeters, 1000)}</small>}
              </td>
              <td>{shortSideText(place, voice)}</td>
              <td>{place.chainageMeters === null ? "" : number(place.chainageMeters / 1000)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
