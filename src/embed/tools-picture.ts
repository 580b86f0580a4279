import { fontBytes, withFontsFrom } from "../picture/font-bytes";
import { mapPicture } from "../picture/map-picture";
import { pageSize } from "../picture/page-layout";
import { rasterize } from "../picture/rasterize";
import { inSight } from "../state/description";
import { featureKey } from "../state/feature-key";
import { formatDate } from "../state/language/format";
import type { Translate } from "../state/language/translate";
import { pictureOf } from "./drawing";
import type { LightPublishers } from "./light-data";
import type { LightSession } from "./light-session";

/** A picture that leaves a frame, with what is said on it. */
export interface PublishedPicture {
  readonly session: LightSession;
  /** Says the words of the light map and those that only a picture in a file has. */
  readonly translate: Translate;
  readonly theme: "light" | "dark";
  /** CSS px of the map as it is seen. */
  readonly seen: { readonly width: number; readonly height: number };
  readonly publishers: LightPublishers;
  readonly siteUrl: string;
  readonly title: string;
  readonly alt: string;
  readonly link: string;
}

const SIZE = { width: 1200, height: 800 };
const PNG_SCALE = 2;
const MOST_PUBLISHERS = 8;
/** A longer link would fill the foot of a picture; the atlas's own address stands for it. */
const LONGEST_LINK = 180;

/** Who published what the events in sight rest on, those named by most events first. */
function publishersInSight({ session, seen, publishers: { names, events } }: PublishedPicture): readonly string[] {
  const { view } = session;
  const shown = inSight({
    view,
    layers: pictureOf(session, "light").layers,
    seen: { ...seen, camera: view.camera },
  });
  const counts = new Map<string, number>();
  for (const { layer, features } of shown) {
    for (const { id } of features) {
      for (const house of events[featureKey({ layer: layer.id, id: String(id) })] ?? []) {
        const name = names[house] ?? "";
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a, few], [b, many]) => many - few || a.localeCompare(b, "en"))
    .slice(0, MOST_PUBLISHERS)
    .map(([name]) => name);
}

/** A drawn picture, and whether the fonts that its texts need are within it. */
export interface DrawnPicture {
  readonly svg: string;
  readonly hasFonts: boolean;
}

/** The picture as SVG of 1,200 × 800 px, with its fonts where they may be fetched. */
export async function drawPublished(published: PublishedPicture): Promise<DrawnPicture> {
  const { session, translate, theme, seen, siteUrl, title, alt, link } = published;
  const { released, dataVersion, language } = session.data;
  const picture = { ...pictureOf(session, theme), translate };
  const furniture = {
    title,
    hasLegend: true,
    hasScaleBar: true,
    northArrow: "turned",
    hasLocator: true,
    hasCredits: true,
    hasBoundaryNote: true,
    date: { text: formatDate(released, language), dataVersion },
    publishers: publishersInSight(published),
    link: link.length > LONGEST_LINK ? siteUrl : link,
  } as const;
  const svg = mapPicture(picture, { ...pageSize(picture, furniture, SIZE), output: SIZE, alt, furniture, seen });
  // A frame of opaque origin may not fetch; programs then take the fonts that are installed.
  return withFontsFrom(svg, (file) => fontBytes(`${siteUrl}fonts/${file}`)).then(
    (whole) => ({ svg: whole, hasFonts: true }),
    () => ({ svg, hasFonts: false }),
  );
}

/** A file of the picture. Rejects when the browser cannot draw it. */
export async function fileOf(svg: string, ending: "svg" | "png"): Promise<Blob> {
  return ending === "svg"
    ? new Blob([svg], { type: "image/svg+xml" })
    : rasterize(svg, SIZE.width * PNG_SCALE, SIZE.height * PNG_SCALE);
}
