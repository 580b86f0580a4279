import type { Estimate, LineSummary, RankedPlace, SideAnswer } from "../../geo/tasks";
import type { PlaceRow } from "../../state/measures";
import type { Voice } from "../context";

/** “about 9 km, between 0 and 54 km”: the figure no finer than its doubt, and its range where there is one. */
export function estimateText({ meters, lowMeters, highMeters, errorMeters }: Estimate, voice: Voice): string {
  if (errorMeters < 100) return voice.length(meters);
  return voice.translate("measure.estimate", {
    value: voice.length(meters, errorMeters),
    low: voice.length(lowMeters, errorMeters),
    high: voice.length(highMeters, errorMeters),
  });
}

/** The side a point lies on, and whether that is in doubt. */
export function sideText({ side, ambiguous }: SideAnswer, { translate }: Voice): string {
  const name = translate(`side.${side}`);
  return ambiguous ? translate("side.ambiguous", { side: name }) : name;
}

/** The same for a narrow column of a table. */
export function shortSideText({ side, ambiguous }: SideAnswer, { translate }: Voice): string {
  const name = translate(`side.${side}`);
  return ambiguous ? translate("side.uncertain", { side: name }) : name;
}

/** A bearing in whole degrees from north, 0 to 359. */
export function bearingText(degrees: number, { number, translate }: Voice): string {
  return translate("measure.degrees", { value: number((Math.round(degrees) + 360) % 360) });
}

/** The line a figure was measured against, with its vertices and its own doubt. */
export function lineText({ id, vertices, meters, dataErrorMeters }: LineSummary, voice: Voice): string {
  const known = dataErrorMeters === null ? voice.translate("measure.error-unknown") : voice.length(dataErrorMeters);
  return voice.translate("measure.line-note", {
    line: id,
    vertices: voice.number(vertices),
    length: voice.length(meters),
    error: known,
  });
}

/** A ranked place as a row of a table. */
export const asRow = (place: RankedPlace): PlaceRow => ({ ...place, errorMeters: place.estimate.errorMeters });
