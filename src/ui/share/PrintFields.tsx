import { useEffect, useState } from "preact/hooks";
import { PAPERS, type Paper, PX_PER_MM } from "../../picture/worksheet";
import { useAtlas, useVoice } from "../context";
import { removeSheets, showSheets } from "../print-sheets";
import { drawDraft, loadFonts, type PictureGround } from "./draft-picture";
import type { ShareDraft } from "./share-draft";

const MARGIN_MM = 8;
const ORIENTATIONS = ["landscape", "portrait"] as const;
type Orientation = (typeof ORIENTATIONS)[number];

/** The room on a sheet within its margin, in whole px: a hair too much would begin a second sheet. */
function roomOn(paper: Paper, orientation: Orientation) {
  const { width, height } = PAPERS[paper];
  const [across, down] = orientation === "portrait" ? [width, height] : [height, width];
  return {
    width: Math.floor((across - 2 * MARGIN_MM) * PX_PER_MM) - 1,
    height: Math.floor((down - 2 * MARGIN_MM) * PX_PER_MM) - 1,
  };
}

/** The picture on one sheet of paper, or as a PDF where the browser offers that as a printer. */
export function PrintFields({ draft, ground }: { readonly draft: ShareDraft; readonly ground: PictureGround }) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const [paper, setPaper] = useState<Paper>("A4");
  const [orientation, setOrientation] = useState<Orientation>("landscape");
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => removeSheets, []);
  const print = async () => {
    setHasFailed(false);
    try {
      const svg = drawDraft(draft, page, ground, {
        ...roomOn(paper, orientation),
        theme: "light",
        isTransparent: true,
        prefix: "print-",
      });
      if (svg === null) throw new Error("the words have not arrived");
      await loadFonts(svg);
      showSheets([svg], paper, { orientation, title: draft.words.peek()?.title ?? "" });
      window.print();
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <fieldset class="share__print">
      <legend>{translate("share.print-legend")}</legend>
      <div class="share__pair">
        <label class="field">
          <span>{translate("worksheet.paper")}</span>
          <select
            value={paper}
            onChange={(event) => setPaper(event.currentTarget.value === "Letter" ? "Letter" : "A4")}
          >
            {Object.keys(PAPERS).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{translate("share.orientation")}</span>
          <select
            value={orientation}
            onChange={(event) => setOrientation(event.currentTarget.value === "portrait" ? "portrait" : "landscape")}
          >
            {ORIENTATIONS.map((name) => (
              <option key={name} value={name}>
                {translate(`share.orientation-${name}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="button" class="button" onClick={() => void print()}>
        {translate("share.print")}
      </button>
      {hasFailed && (
        <p class="failure" role="alert">
          {translate("share.failed")}
        </p>
      )}
    </fieldset>
  );
}
