import { creditsFor } from "../../state/attribution";
import { useAtlas } from "../context";
import { OutsideLink } from "../OutsideLink";

/** Whom the visible layers and the base map are owed to. */
export function Credits() {
  const { model, mapState } = useAtlas().page;
  const credits = creditsFor(model.visibleLayers.value, mapState.value === "static" ? null : model.basemap.value);
  return (
    <bdi lang="en" dir="ltr">
      {credits.map((credit, at) => (
        <span key={credit.text}>
          {at > 0 && " · "}
          <OutsideLink url={credit.url} text={credit.text} />
        </span>
      ))}
    </bdi>
  );
}
