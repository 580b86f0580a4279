import type { CorridorRecord } from "../data/corridor-record";
import { PALETTES } from "./palette";
import type { Picture } from "./scene";
import { symbolMarkup } from "./symbols";
import { nameIn } from "./text";
import { element } from "./xml";

/** One line of a legend: a drawing on a grid of 20 × 20, and what it means. */
export interface LegendEntry {
  readonly markup: string;
  readonly text: string;
}

const STATES: readonly CorridorRecord["built"][] = ["built", "partly_built", "proposed", "historic"];

/** The entries for what the picture shows: its layers, the states of its corridors, and doubt where some is drawn. */
export function legendEntries({ layers, language, theme, translate }: Picture): LegendEntry[] {
  const palette = PALETTES[theme];
  const shown = layers.filter(({ features }) => features.some(({ geometry }) => geometry !== null));
  const entries = shown.toReversed().map(
    ({ layer }): LegendEntry => ({
      markup: symbolMarkup(layer.symbol, {}, palette),
      text: nameIn(layer.title, language),
    }),
  );
  const records = shown.flatMap(({ features }) => features.map(({ properties }) => properties));
  const states = new Set(
    records.flatMap((record) =>
      record.kind === "corridor" ? (record as CorridorRecord).stretches.map(({ built }) => built) : [],
    ),
  );
  const line = (state: CorridorRecord["built"]) => {
    const stroke = (color: string, width: number, dash?: string) =>
      element("path", {
        d: "M0 10H20",
        stroke: color,
        "stroke-width": width,
        "stroke-dasharray": dash,
        "stroke-linecap": "round",
      });
    if (state === "historic") return stroke(palette.corridor, 3.6) + stroke(palette.surface, 1.6);
    return stroke(palette.corridor, 2.2, state === "partly_built" ? "6 5" : state === "proposed" ? "0 5" : undefined);
  };
  for (const state of STATES)
    if (states.has(state)) entries.push({ markup: line(state), text: translate(`built.${state}`) });
  const isDoubtful = records.some((record) => "where" in record && record.where?.precision === "district");
  if (isDoubtful) {
    entries.push({
      markup: element("circle", {
        cx: 10,
        cy: 10,
        r: 8.5,
        fill: palette.strike,
        "fill-opacity": 0.1,
        stroke: palette.strike,
        "stroke-dasharray": "3.5 3",
      }),
      text: translate("picture.approximate"),
    });
  }
  return entries;
}
