import { encode } from "../../state/permalink";
import { useAtlas, useVoice } from "../context";

/** The way from an embed to the same view of the whole atlas. */
export default function FullLink() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  return (
    <p>
      <a href={`./index.html${encode(page.model.view.value)}`} target="_blank" rel="noopener">
        {translate("embed.open-full")}
      </a>
    </p>
  );
}
