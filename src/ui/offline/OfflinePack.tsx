import { useEffect, useRef } from "preact/hooks";
import { useAtlas, useVoice } from "../context";
import { askPack, downloadPack, packSize, packState, removePack } from "./pack";

const MEGABYTE = 1_000_000;

/** The whole atlas on this device, on request: what it weighs, how far it is, and how to be rid of it again. */
export default function OfflinePack() {
  const { shell } = useAtlas();
  const { translate, number } = useVoice();
  const state = packState.value;
  const { sentBytes, bytes } = packSize.value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => void askPack(), []);
  const { status } = state;
  useEffect(() => {
    if (status === "ready" || status === "loading") shell.announce(translate(`offline.${status}`));
  }, [status]);

  const megabytes = (count: number) => number(count / MEGABYTE, 1);
  const size = { sent: megabytes(sentBytes), kept: megabytes(bytes) };
  const press = (act: () => Promise<void>) => {
    void act();
    // The button that was pressed gives way to another at the same place.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <section class="offline" aria-labelledby="offline-title">
      <h3 id="offline-title">{translate("offline.title")}</h3>
      <p>{translate("offline.intro")}</p>
      {status === "unsupported" && <p class="failure">{translate("offline.unsupported")}</p>}
      {status === "absent" && (
        <>
          {state.fault && (
            <p class="failure" role="alert">
              {translate(`offline.fault-${state.fault}`)}
            </p>
          )}
          {sentBytes > 0 && <p>{translate("offline.size", size)}</p>}
          <button ref={button} type="button" class="button button--main" onClick={() => press(downloadPack)}>
            {translate("offline.get")}
          </button>
        </>
      )}
      {status === "loading" && (
        <>
          <p>
            <progress max={sentBytes} value={state.received} aria-label={translate("offline.loading")} />{" "}
            {translate("offline.progress", { received: megabytes(state.received), sent: size.sent })}
          </p>
          <button ref={button} type="button" class="button" onClick={() => press(removePack)}>
            {translate("offline.cancel")}
          </button>
        </>
      )}
      {status === "ready" && (
        <>
          <p class="offline__ready">{translate("offline.ready")}</p>
          <button ref={button} type="button" class="button" onClick={() => press(removePack)}>
            {translate("offline.remove", { kept: size.kept })}
          </button>
        </>
      )}
      <p class="quiet">{translate("offline.note")}</p>
    </section>
  );
}
