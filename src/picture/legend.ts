import type { CorridorRecord } from "../data/corridor-record";
import type { AtlasFeature } from "../data/feature";
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

const isOfDistrict = ({ properties }: AtlasFeature) =>
  "where" in properties && properties.where?.precision === "district";

/**
 * The entries for what the picture shows: its layers, the states of its corridors, and doubt where some is drawn, by
 * `isDoubtful`.
 */
export function legendEntries(
  { layers, language, theme, translate }: Picture,
  isDoubtful: (feature: AtlasFeature) => boolean = isOfDistrict,
): LegendEntry[] {
  const palette = PALETTES[theme];
  const shown = layers.filter(({ features }) => features.some(({ geometry }) => geometry !== null));
  const features = shown.flatMap((one) => one.features);
  const states = new Set(
    features.flatMap(({ properties }) =>
      properties.kind === "corridor" ? (properties as CorridorRecord).stretches.map(({ built }) => built) : [],
    ),
  );
  const circle = { cx: 10, cy: 10, r: 8.5, fill: palette.strike, "fill-opacity": 0.1, stroke: palette.strike };
  return [
    ...shown
      .toReversed()
      .map(({ layer }) => mark(symbolMarkup(layer.symbol, {}, palette), nameIn(layer.title, language))),
    ...STATES.filter((state) => states.has(state)).map((state) =>
      mark(lineMark(state, palette), translate(`built.${state}`)),
    ),
    ...(features.some(isDoubtful)
      ? [mark(element("circle", { ...circle, "stroke-dasharray": "3.5 3" }), translate("picture.approximate"))]
      : []),
  ];
}
