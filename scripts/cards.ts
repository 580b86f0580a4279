import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCountryOutlines, readFont, readPictureBase, readSpeech, readTicks } from "../src/cli/picture-files";
import { loadModel } from "../src/cli/picture-model";
import { rasterize } from "../src/cli/rasterize";
import { curatedViews } from "../src/data/curated-view";
import { LANGUAGES } from "../src/data/language";
import { facesFor, fontFaceRules, withStyle } from "../src/picture/embedded-fonts";
import { mapPicture } from "../src/picture/map-picture";
import { pictureOfModel } from "../src/picture/model-picture";
import { formatDate } from "../src/state/language/format";
import { decode } from "../src/state/permalink";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "public/cards");
/** Cards are laid out on a smaller page than they are drawn at: they are looked at as thumbnails. */
const PAGE = { width: 800, height: 420 };
const CARD = { width: 1200, height: 630 };
/** The window in which a curated view is composed. */
const SEEN = { width: 1200, height: 800 };

/** Draws the pictures that social networks show for the curated views, in every language. */
const { views } = curatedViews.parse(JSON.parse(readFileSync(join(ROOT, "data/views.json"), "utf8")));
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const { id, title, summary, link } of views) {
  for (const language of LANGUAGES) {
    const model = await loadModel({ ...decode(link), language, theme: "light" });
    const speech = readSpeech(language);
    const picture = pictureOfModel(model, speech, {
      base: readPictureBase(),
      ticks: readTicks(),
      countries: readCountryOutlines(),
      overlays: [],
    });
    const { released, dataVersion } = model.manifest;
    const svg = mapPicture(picture, {
      ...PAGE,
      output: CARD,
      alt: summary[language],
      seen: SEEN,
      furniture: {
        title: title[language],
        hasScaleBar: true,
        northArrow: "turned",
        hasLocator: true,
        hasCredits: true,
        hasBoundaryNote: true,
        date: { text: formatDate(released, language), dataVersion },
      },
    });
    const whole = withStyle(
      svg,
      fontFaceRules(facesFor(svg), (file) => readFont(file).toString("base64")),
    );
    const card = await rasterize(whole, CARD.width, CARD.height, "jpeg");
    writeFileSync(join(FOLDER, `${id}-${language}.jpg`), card);
    console.log(`${id}-${language}.jpg ${card.length} bytes`);
  }
}
