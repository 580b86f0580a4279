import { useSignalEffect } from "@preact/signals";
import { useAtlas, useVoice } from "./context";

/** The live region, and the one notice that stays until it is dismissed. */
export function Announcements() {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  useSignalEffect(() => {
    const speech = page.speech.value;
    const failed = page.model.layers.value.filter(
      (layer) => page.model.layerStates[layer.id as keyof typeof page.model.layerStates]?.value.status === "failed",
    );
    if (speech && failed.length > 0) {
      const names = failed.map((layer) => layer.title[speech.language] ?? layer.title.en).join(", ");
      shell.announce(speech.translate("layer.failed-announcement", { names }));
    }
  });
  const notice = page.notice.value;
  return (
    <>
      <p class="visually-hidden" role="status">
        {shell.announcement.value}
      </p>
      {notice && (
        <div class="notice" role="alert">
          <p>{translate(notice.key, notice.values)}</p>
          {notice.action && (
            <button type="button" class="button" onClick={notice.action.run}>
              {translate(notice.action.key)}
            </button>
          )}
          {notice.offersList && (
            <button
              type="button"
              class="button"
              onClick={() => {
                page.notice.value = null;
                shell.openTab("list");
              }}
            >
              {translate("action.open-list")}
            </button>
          )}
          <button type="button" class="button" onClick={() => (page.notice.value = null)}>
            {translate("action.dismiss")}
          </button>
        </div>
      )}
    </>
  );
}
