import { ORGANISATIONS } from "../data/organisation";
import { listText } from "../state/language/list-text";
import { JOINED_OPACITY } from "./area-drawing";
import type { LegendEntry } from "./legend";
import { PALETTES } from "./palette";
import type { Picture, PictureLayer } from "./scene";
import { element } from "./xml";

/** What the countries of `layers` that are filled have joined: what the filter asks for, else any of the organisations. */
export function joinedEntries(
  { view, language, theme, translate }: Picture,
  layers: readonly PictureLayer[],
): LegendEntry[] {
  const isFilled = layers.some(
    ({ layer, features }) => layer.record === "membership" && features.some(({ geometry }) => geometry !== null),
  );
  if (!isFilled) return [];
  const { membership } = PALETTES[theme];
  const area = { x: 1, y: 4, width: 18, height: 12, fill: membership, stroke: membership, "stroke-dasharray": "3 3" };
  const asked = ORGANISATIONS.filter((organisation) => view.filters.org?.includes(organisation));
  const names = (asked.length > 0 ? asked : ORGANISATIONS).map((organisation) =>
    translate(`organisation.${organisation}`),
  );
  const text = translate("on-picture.joined", { list: listText(names, language) });
  return [{ markup: element("rect", { ...area, "fill-opacity": JOINED_OPACITY }), text }];
}
