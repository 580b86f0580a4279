import type { CorridorRecord } from "../data/corridor-record";
import { formatHalfWidth } from "../state/language/figures";
import { listText } from "../state/language/list-text";
import type { OverlayRole } from "../state/overlay";
import { PALETTES, type Palette } from "./palette";
import type { Picture } from "./scene";
import { symbolMarkup } from "./symbol-markup";
import { nameIn } from "./text";
import { element } from "./xml";

/** One line of a legend: a drawing on a grid of 20 × 20, and what it means. */
export interface LegendEntry {
  readonly markup: string;
  readonly text: string;
}

const STATES: readonly CorridorRecord["built"][] = ["built", "partly_built", "proposed", "historic"];

const mark = (markup: string, text: string): LegendEntry => ({ markup, text });

function lineMark(state: CorridorRecord["built"], { corridor, surface }: Palette): string {
  const stroke = (color: string, width: number, dash?: string) =>
    element("path", {
      d: "M0 10H20",
      stroke: color,
      "stroke-width": width,
      "stroke-dasharray": dash,
      "stroke-linecap": "round",
    });
  if (state === "historic") return stroke(corridor, 3.6) + stroke(surface, 1.6);
  return stroke(corridor, 2.2, state === "partly_built" ? "6 5" : state === "proposed" ? "0 5" : undefined);
}

/** What the reader had measured: bands along lines with their widths, and lines. */
function measuredEntries({ overlays = [], view, language, theme, translate }: Picture): LegendEntry[] {
  const { accent } = PALETTES[theme];
  const has = (...roles: readonly OverlayRole[]) => overlays.some(({ properties }) => roles.includes(properties.role));
  const entries: LegendEntry[] = [];
  if (has("corridor-area", "combined-area")) {
    const band = { x: 1, y: 4, width: 18, height: 12, fill: accent, "fill-opacity": 0.18 };
    const widths = view.corridors.map(({ halfWidthMeters }) => formatHalfWidth(halfWidthMeters, translate, language));
    const list = listText([...new Set(widths)], language);
    const text = translate("picture.band", { list });
    entries.push(mark(element("rect", { ...band, stroke: accent, "stroke-dasharray": "5 2" }), text));
  }
  if (has("measure-line", "distance-line")) {
    const line = element("path", { d: "M1 10H19", stroke: accent, "stroke-width": 2.4 });
    entries.push(mark(line, translate("picture.measured")));
  }
  return entries;
}

/**
 * The entries for what the picture shows: its layers, the states of its corridors, doubt where some is drawn, and what
 * was measured.
 */
export function legendEntries(picture: Picture): LegendEntry[] {
  const { layers, language, theme, translate } = picture;
  const palette = PALETTES[theme];
  const shown = layers.filter(({ features }) => features.some(({ geometry }) => geometry !== null));
  const records = shown.flatMap(({ features }) => features.map(({ properties }) => properties));
  const states = new Set(
    records.flatMap((record) =>
      record.kind === "corridor" ? (record as CorridorRecord).stretches.map(({ built }) => built) : [],
    ),
  );
  const isDoubtful = records.some((record) => "where" in record && record.where?.precision === "district");
  const circle = { cx: 10, cy: 10, r: 8.5, fill: palette.strike, "fill-opacity": 0.1, stroke: palette.strike };
  return [
    ...shown
      .toReversed()
      .map(({ layer }) => mark(symbolMarkup(layer.symbol, {}, palette), nameIn(layer.title, language))),
    ...STATES.filter((state) => states.has(state)).map((state) =>
      mark(lineMark(state, palette), translate(`built.${state}`)),
    ),
    ...(isDoubtful
      ? [mark(element("circle", { ...circle, "stroke-dasharray": "3.5 3" }), translate("picture.approximate"))]
      : []),
    ...measuredEntries(picture),
  ];
}
