import { useVoice } from "../context";

/** What stands in for the map where WebGL is missing. */
export default function StaticMap() {
  const { translate } = useVoice();
  return <p class="static-notice">{translate("static.notice")}</p>;
}
