import type { FeatureCollection, Point } from "geojson";
import ticksUrl from "../../../data/border-ticks.geojson?url";
import { fetchShapes } from "../../data/fetch-shapes";
import { loadSources } from "../../data/load-sources";
import type { Source } from "../../data/source";
import type { PictureBase } from "../../picture/base";
import { facesFor } from "../../picture/embedded-fonts";
import { fontBytes, withFontsFrom } from "../../picture/font-bytes";
import { type MapPhoto, mapPicture, pageAround } from "../../picture/map-picture";
import { type PageSize, pageSize } from "../../picture/page-layout";
import { pictureFurniture } from "../../picture/picture-furniture";
import type { BorderTick } from "../../picture/scene";
import type { Shown } from "../../state/description";
import type { Page } from "../../state/page";
import { encode } from "../../state/permalink";
import { withoutHandles } from "../../state/sketch-handles";
import { type LateCountries, lateCountries } from "../late-countries";
import type { ShareDraft } from "./share-draft";

/** What every picture of the atlas is drawn from, beside the data of its layers. */
export interface PictureGround {
  readonly base: PictureBase;
  readonly ticks: readonly BorderTick[];
  readonly register: ReadonlyMap<string, Source>;
  readonly countries: LateCountries;
}

async function loadTicks(): Promise<BorderTick[]> {
  const { features } = await fetchShapes<FeatureCollection<Point, Pick<BorderTick, "km" | "bearing">>>(ticksUrl);
  return features.flatMap(({ properties: { km, bearing }, geometry: { coordinates } }) => {
    const [lng, lat] = coordinates;
    return lng === undefined || lat === undefined ? [] : [{ km, bearing, point: [lng, lat] as const }];
  });
}

/**
 * Fetches what pictures are drawn from. Rejects when a part cannot be had; outlines of countries, which few pictures show,
 * come later unless `needsCountries`.
 */
export async function loadPictureGround(needsCountries: boolean): Promise<PictureGround> {
  const countries = lateCountries();
  const [{ default: base }, ticks, register] = await Promise.all([
    import("../../../data/derived/picture-base.json"),
    loadTicks(),
    loadSources(),
    needsCountries ? countries.load() : null,
  ]);
  return { base, ticks, register, countries };
}

/** How a picture is to come out. */
export interface PictureWish extends PageSize {
  readonly isTransparent: boolean;
  /** How many px of the file will stand for one of the picture: lines then keep more of their shape. Default 1. */
  readonly growth?: number;
  /** The theme, where it is not that of the draft: paper is bright, whatever the screen is. */
  readonly theme?: "light";
  /** Put before ids where the picture will stand on the page beside the map. */
  readonly prefix?: string;
}

/** A picture of what a draft shows, and what it says around it; null until there are words for it. */
function partsOf(
  draft: ShareDraft,
  { model, overlays }: Page,
  ground: PictureGround,
  { theme, shown }: { readonly theme: "light" | "dark"; readonly shown: Shown },
) {
  const speech = draft.speech.value;
  const words = draft.words.value;
  if (!speech || !words) return null;
  const link = new URL(encode(draft.view.value), location.href).href;
  const furniture = pictureFurniture(shown, speech, {
    title: words.title,
    manifest: model.manifest,
    register: ground.register,
    link: link.length > LONGEST_LINK ? new URL(".", location.href).href : link,
  });
  const { base, ticks } = ground;
  const { view, layers } = shown;
  const countries = layers.some(({ layer }) => layer.record === "membership") ? ground.countries.read() : null;
  const picture = { view, layers, base, ticks, countries, overlays: withoutHandles(overlays.value), theme, ...speech };
  return { picture, furniture, alt: words.alt };
}

/** The picture of a draft as SVG without fonts of its own; null until there are words for it. */
export function drawDraft(draft: ShareDraft, page: Page, ground: PictureGround, wish: PictureWish): string | null {
  const chosen = draft.theme.value === "auto" ? page.model.theme.value : draft.theme.value;
  const parts = partsOf(draft, page, ground, { theme: wish.theme ?? chosen, shown: draft.shown.value });
  if (!parts) return null;
  const { picture, furniture, alt } = parts;
  const { width, height, isTransparent, growth = 1, prefix = "" } = wish;
  const size = pageSize(picture, furniture, { width, height });
  return mapPicture(picture, {
    ...size,
    output: { width: width * growth, height: height * growth },
    alt,
    furniture,
    seen: draft.seen,
    isTransparent,
    prefix,
  });
}

/** Below this width in px the notes around a map would be crowded: it is shown larger then. */
const LEAST_PHOTO_WIDTH = 448;

/**
 * The map on screen, `photo` being its pixels, as a picture with all that stands around a published map; null until there
 * are words for it. A tilted map has no scale bar: no scale would be true of it.
 */
export function drawPhoto(draft: ShareDraft, page: Page, ground: PictureGround, photo: MapPhoto) {
  const { model } = page;
  // The legend explains the layers on screen, whatever was chosen for other pictures.
  const layers = model.visibleLayers.peek().flatMap((layer) => {
    const state = model.stateOf(layer);
    return state.status === "ready" ? [{ layer, features: state.features }] : [];
  });
  const shown = { ...draft.shown.peek(), layers };
  const parts = partsOf(draft, page, ground, { theme: model.theme.peek(), shown });
  if (!parts) return null;
  const { picture, alt } = parts;
  const furniture = { ...parts.furniture, hasScaleBar: photo.camera.pitch === 0 };
  const size = pageAround(picture, furniture, draft.seen, Math.max(LEAST_PHOTO_WIDTH, Math.round(draft.seen.width)));
  return { ...size, svg: mapPicture(picture, { ...size, alt, furniture, seen: draft.seen, photo }) };
}

/** A longer link would fill the foot of a picture; the atlas's own address stands for it. */
const LONGEST_LINK = 180;

/** A font of the page. Rejects when it cannot be had. */
const fontOf = (file: string) => fontBytes(new URL(`fonts/${file}`, document.baseURI).href);

/** The same picture as a file of its own, with the fonts that its texts need within it. */
export const withFonts = (svg: string): Promise<string> => withFontsFrom(svg, fontOf);

/** The same picture with its letters as outlines, which needs no font anywhere. */
export async function withOutlines(svg: string): Promise<string> {
  const [{ outlineTexts }, { loadFace }] = await Promise.all([
    import("../../picture/outlined-texts"),
    import("../../picture/shaped-text"),
  ]);
  const faces = await Promise.all(facesFor(svg).map(async (face) => loadFace(face, await fontOf(face.file))));
  return outlineTexts(svg, faces);
}

/** Makes ready the page's own fonts for a picture that will be shown on it: hidden texts do not fetch them. */
export async function loadFonts(svg: string): Promise<void> {
  const asked = facesFor(svg).map(({ family, weights, sample }) =>
    document.fonts.load(`${weights.slice(0, 3)} 16px "${family}"`, sample),
  );
  await Promise.all(asked);
}
