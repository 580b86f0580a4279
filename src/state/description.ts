import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { boundsOf } from "./extent";
import { createSieve } from "./filter";
import { formatHalfWidth } from "./language/figures";
import { formatDate, formatNumber } from "./language/format";
import { listText } from "./language/list-text";
import { formatPeriod } from "./language/period";
import { textIn } from "./language/translate";
import type { Speech } from "./page";
import type { Seen } from "./seen";
import { boundsInView } from "./summary";
import type { View } from "./view";

/** What a view shows: its layers with their features, and how much of the map is seen. */
export interface Shown {
  readonly view: View;
  readonly layers: readonly { readonly layer: Layer; readonly features: readonly AtlasFeature[] }[];
  readonly seen: Seen;
}

/** More names of a layer than this are counted, not said. */
const MOST_NAMES = 4;

const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** The features in sight that the view lets through, by layer, uppermost layer first; layers without any are left out. */
export function inSight({ view, layers, seen }: Shown): Shown["layers"] {
  const [west, south, east, north] = boundsInView(seen.camera, { ...seen, padding: NO_PADDING });
  const letsThrough = createSieve(view, "failed");
  return layers
    .map(({ layer, features }) => ({
      layer,
      features: features.filter((feature) => {
        const bounds = boundsOf(feature);
        if (feature.properties.status !== "current" || !letsThrough({ layer, feature })) return false;
        // What countries have joined has no place of its own: the layer speaks of them all.
        if (!bounds) return layer.record === "membership";
        return bounds[0] <= east && bounds[2] >= west && bounds[1] <= north && bounds[3] >= south;
      }),
    }))
    .filter(({ features }) => features.length > 0)
    .reverse();
}

const selectedOf = ({ view, layers }: Shown) =>
  layers.find(({ layer }) => layer.id === view.selected?.layer)?.features.find(({ id }) => id === view.selected?.id)
    ?.properties;

/** A title to begin with: the selected record's, else that of the atlas's subject, with the day or days when there are some. */
export function draftTitle(shown: Shown, { language, translate }: Speech): string {
  const selected = selectedOf(shown);
  const title = selected ? textIn(selected.title, language) : translate("draft.title");
  const { period } = shown.view;
  if (!period || selected) return title;
  return period.from === period.to
    ? translate("draft.title-day", { title, date: formatDate(period.from, language) })
    : translate("draft.title-period", { title, ...formatPeriod(period, language) });
}

function layerPart({ layer, features }: Shown["layers"][number], { language, translate }: Speech): string {
  const names = features.map(({ properties }) => {
    const name = textIn(properties.title, language);
    return "when" in properties
      ? translate("draft.dated", { name, date: formatDate(properties.when.start, language) })
      : name;
  });
  const title = textIn(layer.title, language);
  if (layer.draw === "border") return title;
  const said = names.slice(0, names.length === MOST_NAMES + 1 ? MOST_NAMES + 1 : MOST_NAMES);
  const more = names.length - said.length;
  if (more > 0) said.push(translate("draft.more", { count: formatNumber(more, language) }));
  return translate("draft.layer", { title, names: said.join(translate("draft.comma")) });
}

const periodSentence = (period: NonNullable<View["period"]>, { language, translate }: Speech): string =>
  period.from === period.to
    ? translate("draft.day", { date: formatDate(period.from, language) })
    : translate("draft.period", formatPeriod(period, language));

/**
 * What the picture of a view shows, in sentences for readers who do not see it: what is selected, what each layer has in
 * sight by name, the period, and the corridors drawn. A draft, to be read and mended by whoever publishes the picture.
 */
export function draftAlt(shown: Shown, speech: Speech): string {
  const { language, translate } = speech;
  const { view } = shown;
  const selected = selectedOf(shown);
  const layers = inSight(shown).map((part) => layerPart(part, speech));
  const sentences = [translate("draft.map")];
  if (selected) sentences.push(translate("draft.selected", { title: textIn(selected.title, language) }));
  if (layers.length > 0) {
    sentences.push(translate("draft.in-view", { list: layers.join(translate("draft.semicolon")) }));
  } else sentences.push(translate("draft.nothing"));
  if (view.period) sentences.push(periodSentence(view.period, speech));
  const widths = view.corridors.map(({ halfWidthMeters }) => formatHalfWidth(halfWidthMeters, translate, language));
  if (widths.length > 0) {
    const list = listText(widths, language);
    sentences.push(translate("draft.corridors", { list }));
  }
  return sentences.join(" ");
}
