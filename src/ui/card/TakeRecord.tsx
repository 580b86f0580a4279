import { useAtlas, useVoice } from "../context";
import { openExport } from "../export/wanted";
import { Icon } from "../Icon";

/** The way from an open card to its record as a file. */
export function TakeRecord() {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  return (
    <p class="card__section">
      <button type="button" class="button" onClick={() => openExport(shell, { scope: "selected", layer: null })}>
        <Icon name="download" /> {translate("export.take-record")}
      </button>
    </p>
  );
}
