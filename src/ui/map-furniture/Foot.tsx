import { creditsFor } from "../../state/attribution";
import { useAtlas, useVoice } from "../context";
import { Lazy } from "../Lazy";
import { OutsideLink } from "../OutsideLink";
import { ScaleBarButton } from "./ScaleBarButton";

const loadFullLink = () => import("./FullLink");

/** The line under the map that nothing covers: scale, boundary note, credits, and one tap away all notes in full. */
export function Foot() {
  const { page, shell } = useAtlas();
  const { translate, date } = useVoice();
  const { model, mapState } = page;
  const credits = creditsFor(model.visibleLayers.value, mapState.value === "static" ? null : model.basemap.value);
  const { dataVersion, released } = model.manifest;
  const creditLine = (
    <bdi lang="en" dir="ltr">
      {credits.map((credit, at) => (
        <span key={credit.text}>
          {at > 0 && " · "}
          <OutsideLink url={credit.url} text={credit.text} />
        </span>
      ))}
    </bdi>
  );
  return (
    <footer class="foot">
      <ScaleBarButton />
      <p class="foot__note">{translate("note.boundaries")}</p>
      <p class="foot__credits">{creditLine}</p>
      <details class="foot__more">
        <summary>{translate("note.more")}</summary>
        <div class="foot__notes">
          <p>{creditLine}</p>
          <p>{translate("note.boundaries")}</p>
          <p>{translate("note.lines")}</p>
          <p>{translate("note.coverage")}</p>
          <p>{translate("note.projection")}</p>
          <p>
            {translate("note.version")} <bdi dir="ltr">{dataVersion}</bdi>, {date(released)}.
          </p>
          {model.chrome === "full" && (
            <p>
              <button type="button" class="link-button" onClick={() => shell.openDialog("help")}>
                {translate("access.title")}
              </button>
            </p>
          )}
          {model.chrome === "embed" && <Lazy load={loadFullLink} props={{}} />}
        </div>
      </details>
    </footer>
  );
}
