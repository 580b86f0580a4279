import type { CorridorRecord } from "../../data/corridor-record";
import { featureKey } from "../../state/feature-key";
import { useAtlas, useVoice } from "../context";
import { findById } from "./find-by-id";
import { Section } from "./Section";
import { StatedName, StatedText } from "./Texts";

type Waypoint = CorridorRecord["waypoints"][number];

/** The stops along a corridor, by branch; those that no cited text names are marked. */
export function Waypoints({ record }: { readonly record: CorridorRecord }) {
  const { translate } = useVoice();
  if (record.waypoints.length === 0) return null;
  const branches = [...new Set(record.waypoints.map((waypoint) => waypoint.branch))];
  return (
    <Section id="waypoints" title={translate("card.waypoints")}>
      <p class="quiet">{translate("key.schematic")}</p>
      {branches.map((branch) => (
        <div key={branch}>
          {branch !== null && (
            <h4>
              <StatedName name={branch} />
            </h4>
          )}
          <ol class="waypoints">
            {record.waypoints
              .filter((waypoint) => waypoint.branch === branch)
              .map((waypoint) => (
                <li key={waypoint.title.en}>
                  <Stop waypoint={waypoint} />
                </li>
              ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

function Stop({ waypoint }: { readonly waypoint: Waypoint }) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const { model } = page;
  const known = waypoint.placeId === null ? null : findById(model.features.value, waypoint.placeId);
  const name = text(waypoint.title);
  const reference = known && { layer: known.layer.id, id: known.feature.id };
  return (
    <>
      {reference ? (
        <button key={featureKey(reference)} type="button" class="link-button" onClick={() => model.show(reference)}>
          {name}
        </button>
      ) : (
        name
      )}
      {waypoint.inferred && <span class="tag"> {translate("waypoint.inferred")}</span>}
      {waypoint.point === null && <span class="tag"> {translate("list.no-point")}</span>}
      {waypoint.note !== null && (
        <small class="quiet">
          {" "}
          <StatedText text={waypoint.note} />
        </small>
      )}
    </>
  );
}
