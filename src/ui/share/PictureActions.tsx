import { useState } from "preact/hooks";
import { FontError } from "../../picture/font-bytes";
import { isDrawable, rasterize, TooLargeError } from "../../picture/rasterize";
import { useAtlas, useVoice } from "../context";
import { saveFile } from "../save-file";
import { drawDraft, drawPhoto, type PictureGround, withFonts, withOutlines } from "./draft-picture";
import { PrintFields } from "./PrintFields";
import type { PictureChoice } from "./picture-choice";
import { pictureName } from "./picture-name";
import type { ShareDraft } from "./share-draft";
import { packDraft } from "./share-pack";

interface PictureActionsProps {
  readonly draft: ShareDraft;
  readonly ground: PictureGround;
  readonly choice: PictureChoice;
}

type Outcome = { readonly key: string; readonly name?: string; readonly hasFailed?: true } | null;

const SOME_TEXT = "share.saved-some-text";
/** Whether a picture whose letters were to be outlines kept some as text. */
const hasText = (svg: string) => svg.includes("<text");

const dataUrlOf = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });

/** What is said when no file came of it, and which font was missing if that was why. */
function failureOf(error: unknown): Outcome {
  if (error instanceof FontError) return { key: "share.font-failed", name: error.file, hasFailed: true };
  return { key: error instanceof TooLargeError ? "share.too-large" : "share.failed", hasFailed: true };
}

/** Buttons that make files of the picture: SVG, PNG, the live map's own pixels, everything in a zip, and paper. */
export function PictureActions({ draft, ground, choice }: PictureActionsProps) {
  const { page, shell } = useAtlas();
  const { translate, number } = useVoice();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const { width, height, scale } = choice;
  const day = new Date().toISOString().slice(0, 10);
  const name = pictureName(draft.words.value?.title ?? "", day);
  const canDraw = isDrawable(width * scale, height * scale);

  const make = async (ending: string, blobOf: () => Promise<Blob>) => {
    setBusy(true);
    setOutcome({ key: "share.working" });
    try {
      const file = await blobOf();
      saveFile(name + ending, file);
      const key = ending === ".svg" && choice.isOutlined && hasText(await file.text()) ? SOME_TEXT : "share.saved";
      setOutcome({ key, name: name + ending });
      shell.announce(translate(key, { name: name + ending }));
    } catch (error) {
      setOutcome(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const draw = (growth = 1) => {
    const svg = drawDraft(draft, page, ground, { ...choice, growth });
    if (svg === null) throw new Error("the words have not arrived");
    return svg;
  };
  const drawSvg = async () => (choice.isOutlined ? withOutlines(draw()) : withFonts(draw()));
  const drawPng = async () => rasterize(await withFonts(draw(scale)), width * scale, height * scale);
  const map = page.map.value;
  const photograph = async () => {
    const { camera } = page.model.view.peek();
    const { width: across, height: down } = page.model.viewport.peek();
    const photo = {
      href: await dataUrlOf((await map?.screenshot(scale)) ?? new Blob()),
      camera,
      width: across,
      height: down,
    };
    const drawn = drawPhoto(draft, page, ground, photo);
    if (drawn === null) throw new Error("the words have not arrived");
    return rasterize(await withFonts(drawn.svg), drawn.width * scale, drawn.height * scale);
  };

  return (
    <>
      <div class="button-row">
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => void make(".svg", async () => new Blob([await drawSvg()], { type: "image/svg+xml" }))}
        >
          {translate("share.save-svg")}
        </button>
        <button
          type="button"
          class="button button--main"
          disabled={isBusy || !canDraw}
          onClick={() => void make(`@${scale}x.png`, drawPng)}
        >
          {translate("share.save-png")}
        </button>
        <button
          type="button"
          class="button"
          disabled={isBusy || !canDraw}
          onClick={() =>
            void make(".zip", async () =>
              packDraft({ page, draft, ground, day, name, svg: await drawSvg(), png: await drawPng() }),
            )
          }
        >
          {translate("share.save-zip")}
        </button>
        {map && page.mapState.value === "gl" && (
          <button type="button" class="button" disabled={isBusy} onClick={() => void make("-relief.png", photograph)}>
            {translate("share.save-pixels")}
          </button>
        )}
      </div>
      {!canDraw && (
        <p class="failure">
          {translate("share.too-large-before", { width: number(width * scale), height: number(height * scale) })}
        </p>
      )}
      <div role="status">
        {outcome && (
          <p class={outcome.hasFailed ? "failure" : "quiet"}>
            {translate(outcome.key, outcome.name === undefined ? {} : { name: outcome.name })}
          </p>
        )}
      </div>
      <p class="quiet">{translate("share.zip-note")}</p>
      <PrintFields draft={draft} ground={ground} />
    </>
  );
}
