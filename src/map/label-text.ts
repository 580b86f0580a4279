import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Language } from "../data/text";
import type { SecondLanguage } from "../state/label-languages";

/**
 * The name of a feature in `language`, else in English, else its plain `name`, else nothing; Urdu and Persian never
 * stand in for each other.
 */
export const nameIn = (language: Language): ExpressionSpecification =>
  language === "en"
    ? ["coalesce", ["get", "name_en"], ["get", "name"], ""]
    : ["coalesce", ["get", `name_${language}`], ["get", "name_en"], ["get", "name"], ""];

const LOCAL_NAME: ExpressionSpecification = [
  "match",
  ["get", "country"],
  "IR",
  ["coalesce", ["get", "name_fa"], ""],
  "PK",
  ["coalesce", ["get", "name_ur"], ""],
  "",
];

/**
 * The label of a feature: its name, and below it, smaller, its name in `second` where there is one and it differs.
 * `second` is null for one language.
 */
export function nameLabel(language: Language, second: SecondLanguage | null): ExpressionSpecification {
  const first = nameIn(language);
  if (second === null || second === language) return first;
  const other: ExpressionSpecification = second === "local" ? LOCAL_NAME : ["coalesce", ["get", `name_${second}`], ""];
  const isOne: ExpressionSpecification = ["any", ["==", other, ""], ["==", first, other]];
  return ["case", isOne, first, ["format", first, {}, "\n", {}, other, { "font-scale": 0.82 }]];
}
