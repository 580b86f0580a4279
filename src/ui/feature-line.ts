import type { AtlasFeature } from "../data/feature";
import { isOwn } from "../data/is-own";
import type { Layer } from "../data/manifest";
import type { Voice } from "./context";

/** The line under a name in a list: what it is, when it was, how sure it is, and whether a point is known. */
export function describeFeature(layer: Layer, { properties, geometry }: AtlasFeature, voice: Voice): string {
  const { translate, date } = voice;
  const parts = [
    isOwn(properties) ? (properties.category ?? voice.text(layer.title)) : translate(`kind.${properties.kind}`),
  ];
  if ("when" in properties) parts.push(date(properties.when.start));
  if ("verification" in properties) parts.push(translate(`grade.${properties.verification.grade}`));
  if (properties.kind === "corridor") parts.push(translate(`built.${properties.built}`));
  const [newest] = "states" in properties ? properties.states : [];
  if (newest && layer.record === "place") {
    parts.push(translate("state.as-of", { state: translate(`state.${newest.state}`), date: date(newest.asOf) }));
  }
  if (geometry === null && properties.kind !== "county") parts.push(translate("list.no-point"));
  return parts.join(" · ");
}
