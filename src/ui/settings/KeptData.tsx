import { useState } from "preact/hooks";
import { eraseKept } from "../../data/kept/erase-kept";
import { exportKept } from "../../data/kept/export-kept";
import { useAtlas, useVoice } from "../context";
import { saveFile } from "../save-file";

type Work = "idle" | "asking" | "export-failed" | "erase-failed";

/** Everything the atlas keeps on this device: to take away as a file, or to erase. */
export default function KeptData() {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  const [work, setWork] = useState<Work>("idle");

  const takeAway = async () => {
    try {
      const name = `sarhad-kept-${new Date().toISOString().slice(0, 10)}.zip`;
      saveFile(name, await exportKept());
      setWork("idle");
      shell.announce(translate("kept.exported", { name }));
    } catch {
      setWork("export-failed");
    }
  };
  const erase = async () => {
    const failed = await eraseKept(new URL(".", document.baseURI).href);
    if (failed.length > 0) setWork("erase-failed");
    // What the page still remembers would be kept again.
    else location.reload();
  };
  return (
    <section class="kept" aria-labelledby="kept-title">
      <h3 id="kept-title">{translate("kept.title")}</h3>
      <p>{translate("kept.intro")}</p>
      {(work === "export-failed" || work === "erase-failed") && (
        <p class="failure" role="alert">
          {translate(`kept.${work}`)}
        </p>
      )}
      {work === "asking" ? (
        <>
          <p role="alert">{translate("kept.sure")}</p>
          <button type="button" class="button button--main" onClick={() => void erase()}>
            {translate("kept.erase")}
          </button>{" "}
          <button type="button" class="button" onClick={() => setWork("idle")}>
            {translate("kept.keep")}
          </button>
        </>
      ) : (
        <>
          <button type="button" class="button" onClick={() => void takeAway()}>
            {translate("kept.export")}
          </button>{" "}
          <button type="button" class="button" onClick={() => setWork("asking")}>
            {translate("kept.erase-all")}
          </button>
        </>
      )}
    </section>
  );
}
