import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../geo/tasks";
import { useAtlas, useVoice } from "../context";
import { useDesk } from "./desk";
import { shortSideText } from "./figures";
import { LineDiagram } from "./LineDiagram";
import { Outcome } from "./Outcome";

const WITHIN_METERS = 30_000;
const GROUPS: ReadonlySet<string> = new Set(["crossings", "markets", "strikes", "incidents", "towns", "ports"]);

/** The border by its kilometres: go to one, and what lies along the line from the tripoint to the sea. */
export function AlongSection() {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate } = voice;
  const desk = useDesk();
  const chainage = desk.chainage.peek();
  const [typed, setTyped] = useState(chainage === null ? "" : String(chainage / 1000));
  // A link brings its own camera; only a kilometre asked for here moves the map.
  const isAsked = useRef(false);
  useEffect(() => {
    desk.profileWithin.value = WITHIN_METERS;
    return () => {
      desk.profileWithin.value = null;
      desk.setChainage(null);
    };
  }, [desk]);
  const here = desk.atChainage.value;
  const position = here.state === "ready" ? here.value : null;
  useEffect(() => {
    if (!position || !isAsked.current) return;
    isAsked.current = false;
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
          if (typed.trim() === "" || !Number.isFinite(km)) return;
          isAsked.current = true;
          desk.setChainage(km * 1000);
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
      <Outcome answer={desk.profile.value}>{(profile) => <Profile profile={profile} />}</Outcome>
    </section>
  );
}

function Profile({ profile: { entries, line } }: { readonly profile: Answer<"profile"> }) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, text, number, length } = voice;
  const { features } = page.model;
  const shown = entries.filter(({ group, key }) => GROUPS.has(group) && features.value.has(key));
  return (
    <>
      <LineDiagram entries={shown} lineMeters={line.meters} withinMeters={WITHIN_METERS} />
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
                <td>{shortSideText(entry, voice)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
