import type { ShippedFeature } from "../../src/data/feature.ts";
import type { Source } from "../../src/data/source.ts";
import type { Language, LocalizedText } from "../../src/data/text.ts";
import { translationOf } from "../../src/data/translations.ts";
import { cardFileOf, cardFilesOf } from "../../src/embed/card-file.ts";
import type { LightCards, LightPublishers, LightSource, PackedCard } from "../../src/embed/light-data.ts";
import { featureKey } from "../../src/state/feature-key.ts";
import { isConflictPart } from "../../src/state/geography-only.ts";
import { isConflictSource } from "../../src/state/geography-sources.ts";
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
  feature: ShippedFeature,
  language: Language,
  numberOf: (source: string) => number,
): PackedCard {
  const { properties } = feature;
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
      memberships: properties.memberships.map(({ organisation, standing, since, sources }) => ({
        organisation,
        standing: input.catalogues[language][`standing.${standing}`] ?? standing,
        since,
        sources: numbers(sources),
      })),
    }),
    sources: numbers(properties.sources),
  };
}

const registerOf = ({ register }: LightInput): ReadonlyMap<string, Source> =>
  new Map(register.sources.map((source) => [source.id, source]));

/** The number of a text in `known`, which grows with every new one. */
function numbering(): { readonly known: readonly string[]; numberOf(text: string): number } {
  const numbers = new Map<string, number>();
  const known: string[] = [];
  return {
    known,
    numberOf: (text) => {
      const number = numbers.get(text) ?? known.push(text) - 1;
      numbers.set(text, number);
      return number;
    },
  };
}

/** What some cards of one layer say beside what draws their records, with the sources that they name, in one language. */
function cardsFor(
  input: LightInput,
  layer: string,
  language: Language,
  features: readonly ShippedFeature[],
): LightCards {
  const register = registerOf(input);
  const { known, numberOf } = numbering();
  const cards = Object.fromEntries(
    features.map((feature) => [feature.id, packCard(input, feature, language, numberOf)]),
  );
  const sources = known.map((id): LightSource => {
    const source = register.get(id);
    const { title, publisher, url } = source ?? { title: id, publisher: id, url: null };
    return { title, publisher, url, ...(source && isConflictSource(source) && { conflict: true as const }) };
  });
  return { layer, cards, sources };
}

/** The files of cards of one layer in one language, by `cardFileOf`. */
export function packCards(input: LightInput, layer: string, language: Language): readonly LightCards[] {
  const features = input.collections.get(layer)?.features ?? [];
  return Array.from({ length: cardFilesOf(layer) }, (_, file) =>
    cardsFor(
      input,
      layer,
      language,
      features.filter(({ id }) => cardFileOf({ layer, id }) === file),
    ),
  );
}

/** Who published what each event rests on, for the credits of pictures. */
export function packPublishers(input: LightInput): LightPublishers {
  const register = registerOf(input);
  const { known, numberOf } = numbering();
  const events = [...input.collections].flatMap(([layer, { features }]) =>
    features.flatMap((feature) => {
      const houses = publishersOf([feature], register, MOST_PUBLISHERS).map(numberOf);
      return houses.length > 0 ? [[featureKey({ layer, id: feature.id }), houses] as const] : [];
    }),
  );
  return { names: known, events: Object.fromEntries(events) };
}
