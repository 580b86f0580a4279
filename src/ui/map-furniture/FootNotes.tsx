import "../styles/late.css";
import { useAtlas, useVoice } from "../context";
import { Lazy } from "../Lazy";
import { Credits } from "./Credits";

const loadFullLink = () => import("./FullLink");

/** All that is to be said of the map, in full. */
export default function FootNotes() {
  const { page, shell } = useAtlas();
  const { translate, date } = useVoice();
  const { model } = page;
  const { dataVersion, released } = model.manifest;
  return (
    <div class="foot__notes">
      <p>
        <Credits />
      </p>
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
  );
}
