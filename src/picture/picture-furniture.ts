import type { Manifest } from "../data/manifest";
import type { Source } from "../data/source";
import { inSight, type Shown } from "../state/description";
import { formatDate } from "../state/language/format";
import type { Speech } from "../state/page";
import { publishersOf } from "../state/publishers";
import type { Furniture } from "./furniture";

/** How many publishers are named below a picture; its link leads to all of them. */
const MOST_PUBLISHERS = 8;

/** What the furniture of a published picture says beside what the view shows. */
export interface Imprint {
  readonly title: string;
  readonly manifest: Pick<Manifest, "dataVersion" | "released">;
  readonly register: ReadonlyMap<string, Source>;
  readonly link?: string;
}

/**
 * The furniture of a picture that leaves the atlas: title, legend, scale bar, arrow when the map is turned, locator, day
 * and version of the data, publishers of the events in sight, credits, notes on projection and boundaries, and the link.
 */
export function pictureFurniture(shown: Shown, { language }: Speech, imprint: Imprint): Furniture {
  const { title, manifest, register, link } = imprint;
  const events = inSight(shown).flatMap(({ features }) => features);
  return {
    title,
    hasLegend: true,
    hasScaleBar: true,
    northArrow: "turned",
    hasLocator: true,
    hasCredits: true,
    hasBoundaryNote: true,
    date: { text: formatDate(manifest.released, language), dataVersion: manifest.dataVersion },
    publishers: publishersOf(events, register, MOST_PUBLISHERS),
    ...(link !== undefined && { link }),
  };
}
