import type { ShippedFeature } from "../../src/data/feature.ts";
import type { Source } from "../../src/data/source.ts";
import type { Language, LocalizedText } from "../../src/data/text.ts";
import { translationOf } from "../../src/data/translations.ts";
import type { LightCards, LightSource, PackedCard } from "../../src/embed/light-data.ts";
import { isConflictPart, isConflictSource } from "../../src/state/geography-only.ts";
import { publishersOf } from "../../src/state/publishers.ts";
import type { LightInput } from "./pack.ts";
import { textFor } from "./text-for.ts";

/** More houses than this are not named for one event. */
const MOST_PUBLISHERS = 20;

/** The name of a place in `language`: that of the record it is the title of, else its translation, else the English one. */
function placeName(input: LightInput, { properties }: ShippedFeature, english: string, language: Language): string {
  if (english === properties.title.en) return properties.title[language] ?? english;
  if (language === "en") return english;
  const known = [...input.collections.values()]
    .flatMap(({ features }) => features)
    .find(({ properties: { title, alternates } }) => title.en === english || alternates.en.includes(english));
  return known?.properties.title[language] ?? translationOf(input.translations[language], english) ?? english;
}

function packCard(
  input: LightInput,
  register: ReadonlyMap<string, Source>,
  feature: ShippedFeature,
  language: Language,
  numberOf: (source: string) => number,
): PackedCard {
  const { properties } = feature;
  const publishers = publishersOf([feature], register, MOST_PUBLISHERS);
  const numbers = (ids: readonly string[]) => ids.map(numberOf);
  const say = (text: LocalizedText) => textFor(text, language);
  const place = "when" in properties && "where" in properties ? (properties.where?.place ?? null) : null;
  return {
    summary: say(properties.summary),
    ...(place !== null && { place: placeName(input, feature, place, language) }),
    ...("states" in properties &&
      properties.states.length > 0 && {
        states: properties.states.map((part) => ({
          state: part.state,
          text: say(part.text),
          asOf: part.asOf,
          sources: numbers(part.sources),
          ...(isConflictPart(part) && { conflict: true as const }),
        })),
      }),
    ...("claims" in properties && {
      claims: properties.claims.map(({ about, claimant, stance, statement, date, sources }) => ({
        about,
        claimant,
        named: translationOf(input.translations[language], claimant.name) ?? undefined,
        stance,
        statement: say(statement),
        date,
        sources: numbers(sources),
      })),
    }),
    ...("memberships" in properties && {
      memberships: properties.memberships.map(({ organisation, since, sources }) => ({
        organisation,
        since,
        sources: numbers(sources),
      })),
    }),
    ...(publishers.length > 0 && { publishers }),
    sources: numbers(properties.sources),
  };
}

/** What the cards of one layer say beside what draws it, with the sources that they name, in one language. */
export function packCards(input: LightInput, layer: string, language: Language): LightCards {
  const register = new Map(input.register.sources.map((source) => [source.id, source]));
  const sources: LightSource[] = [];
  const places = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const source = register.get(id);
    const { title, publisher, url } = source ?? { title: id, publisher: id, url: null };
    places.set(id, sources.length);
    const mark = source && isConflictSource(source) && { conflict: true as const };
    return sources.push({ title, publisher, url, ...mark }) - 1;
  };
  const features = input.collections.get(layer)?.features ?? [];
  const cards = Object.fromEntries(
    features.map((feature) => [feature.id, packCard(input, register, feature, language, numberOf)]),
  );
  return { layer, cards, sources };
}
