import type { Language } from "../../data/text";
import { linesToGeoJson } from "../../geo/packed";
import { featureSymbol } from "../../picture/feature-symbol";
import { drawWorksheet, mapSize, type Paper, type WorksheetKind, type WorksheetPlace } from "../../picture/worksheet";
import type { Ask } from "../../state/ask";
import { type Bounds, cameraFor, project, unproject, worldPx } from "../../state/camera";
import { knownPoint } from "../../state/known-point";
import { type Translate, textIn } from "../../state/language/translate";
import type { Model } from "../../state/model";
import type { Page } from "../../state/page";

/** What is asked of the pages. */
interface Wanted {
  readonly paper: Paper;
  readonly kinds: readonly WorksheetKind[];
  readonly title: string;
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  readonly language: Language;
  readonly translate: Translate;
}

const BORDER_TOLERANCE_METERS = 200;
/** Which places are kept where two would overlap: those that pupils are to know first. */
const FIRST_LAYERS = ["crossings", "ports", "border", "markets", "towns"];
const importance = (layer: string, kind: string) =>
  (FIRST_LAYERS.includes(layer) ? FIRST_LAYERS.indexOf(layer) : FIRST_LAYERS.length) * 3 +
  (kind === "town" || kind === "capital" ? 0 : kind === "village" ? 1 : 2);

/** What of the map lies free: the extent that the page shows. */
function shownBounds({ view, viewport }: Model): Bounds {
  const { camera } = view.peek();
  const { width, height, padding } = viewport.peek();
  const size = worldPx(camera.zoom);
  const [x, y] = project([camera.lng, camera.lat]);
  const [west, north] = unproject([x - (width / 2 - padding.left) / size, y - (height / 2 - padding.top) / size]);
  const [east, south] = unproject([x + (width / 2 - padding.right) / size, y + (height / 2 - padding.bottom) / size]);
  return [west, south, east, north];
}

function placesOf(
  { features, visibleLayers }: Model,
  bounds: Bounds,
  { language, translate }: Wanted,
): WorksheetPlace[] {
  const shown = new Set(visibleLayers.peek());
  const places: { readonly place: WorksheetPlace; readonly rank: number }[] = [];
  for (const { layer, feature } of features.peek().values()) {
    const point = knownPoint(feature);
    if (!shown.has(layer) || layer.draw !== "symbol" || !point) continue;
    const [lng, lat] = point.position;
    if (lng < bounds[0] || lng > bounds[2] || lat < bounds[1] || lat > bounds[3]) continue;
    const { name: symbol, variant } = featureSymbol(layer, feature);
    places.push({
      place: {
        name: textIn(feature.properties.title, language),
        position: [lng, lat],
        symbol,
        variant,
        kind: translate(`kind.${feature.properties.kind}`),
      },
      rank: importance(layer.id, feature.properties.kind),
    });
  }
  return places.sort((a, b) => a.rank - b.rank).map(({ place }) => place);
}

/** The pages as SVG, of what the map shows now. Rejects when the outlines cannot be fetched. */
export async function makeSheets(page: Page, ask: Ask, wanted: Wanted): Promise<readonly string[]> {
  const { model } = page;
  const { paper, kinds, title, questions, language, translate } = wanted;
  const bounds = shownBounds(model);
  const size = mapSize(paper);
  const camera = cameraFor(bounds, { ...size, padding: { top: 0, right: 0, bottom: 0, left: 0 } }, 14);
  const [{ default: base }, { line }] = await Promise.all([
    import("../../../data/derived/picture-base.json"),
    ask("generalise", { toleranceMeters: BORDER_TOLERANCE_METERS }, AbortSignal.timeout(30_000)),
  ]);
  const places = placesOf(model, bounds, wanted);
  const border = linesToGeoJson(line).coordinates;
  const credits = translate("worksheet.credits");
  const sheet = { paper, camera, base, border, places, title, questions, credits, language, translate };
  return kinds.flatMap((kind) => drawWorksheet({ ...sheet, kind }));
}
