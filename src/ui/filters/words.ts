import { type Facet, NONE } from "../../state/facet";
import { limitMeters } from "../../state/filter";
import type { Model } from "../../state/model";
import type { Voice } from "../context";

/** What the corridor with this number in the link follows, in the reader's language. */
function corridorName(value: string, model: Model, { translate, length, number, text }: Voice): string {
  const corridor = model.view.value.corridors[Number(value) - 1];
  if (!corridor) return translate("filter.no-corridor", { number: number(Number(value)) });
  const { along, halfWidthMeters } = corridor;
  const record =
    model.features.value.get(along) ??
    model.features.value.get(`corridors/${along}`) ??
    (along.startsWith("border") ? model.features.value.get("border/border") : undefined);
  return translate("filter.corridor", {
    number: number(Number(value)),
    along: record ? text(record.feature.properties.title) : translate("filter.own-line"),
    length: length(halfWidthMeters, 100),
  });
}

/** A limit as a length: whole kilometres without decimals. */
export const roundLength = (meters: number, voice: Voice): string =>
  voice.length(meters, meters >= 1000 && meters % 1000 === 0 ? 1000 : 0);

/** A value of a filter in words; `name` is what records call it, where values are names. */
export function valueWords(facet: Facet, value: string, name: string | null, model: Model, voice: Voice): string {
  const { translate } = voice;
  if (facet.form === "limit") {
    const limit = limitMeters(facet, [value]);
    return limit === null ? value : translate("filter.within", { length: roundLength(limit, voice) });
  }
  if (facet.name === "inside") return corridorName(value, model, voice);
  if (value === NONE) return translate(`filter.none-${facet.name}`);
  if (name !== null) return voice.translation(name) ?? name;
  const keyOf = KEYS[facet.name];
  return keyOf && WORDS[facet.name]?.includes(value) ? translate(keyOf(value)) : value;
}

const KEYS: Readonly<Record<string, (value: string) => string>> = {
  kind: (value) => `kind.${value}`,
  grade: (value) => `grade.${value}`,
  precision: (value) => `filter.precision-${value}`,
  side: (value) => `filter.side-${value}`,
  party: (value) => `claimant.${value}`,
  weapon: (value) => `weapon.${value}`,
  mode: (value) => `filter.mode-${value}`,
  built: (value) => `built.${value}`,
};

/** The values that the catalogues have words for; anything else in a link is shown as it is written. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: ["strike", "attack", "clash", "agreement", "visit", "opening", "closure", "authorisation", "measure"],
  grade: ["confirmed", "corroborated", "single_source", "disputed", "unverified"],
  precision: ["site", "vicinity", "settlement", "district", "province", "country"],
  side: ["IR", "PK", "AF", "line", "sea", "other"],
  party: [
    "state",
    "official",
    "armed_group",
    "news_agency",
    "press",
    "civil_society",
    "resident",
    "researcher",
    "international",
  ],
  weapon: ["missile", "drone", "missile_and_drone", "rocket", "aircraft", "artillery", "unknown"],
  mode: ["rail", "road", "pipeline", "power", "multimodal", "caravan", "link"],
  built: ["built", "partly_built", "proposed", "historic"],
};
