import MiniSearch from "minisearch";
import type { AtlasFeature } from "../data/feature";
import type { Layer } from "../data/manifest";
import { fold } from "./fold";
import { alternatesOf, titlesOf } from "./names";
import type { FeatureReference } from "./view";

/** A feature that a search found, and the name that was met. */
export interface Hit {
  readonly reference: FeatureReference;
  readonly layer: Layer;
  readonly feature: AtlasFeature;
  readonly score: number;
}

interface Entry {
  readonly key: number;
  readonly titles: string;
  readonly alternates: string;
  readonly joined: string;
}

type Known = Iterable<{ readonly layer: Layer; readonly feature: AtlasFeature }>;

/** Names that are one to readers and two to a computer (“چابهار”, “چاه بهار”) meet once their spaces are gone. */
const withoutSpaces = (text: string) => fold(text).replaceAll(" ", "");

function namesOf({ properties }: AtlasFeature): { titles: readonly string[]; alternates: readonly string[] } {
  return { titles: titlesOf(properties), alternates: [...alternatesOf(properties), properties.id] };
}

/** A gazetteer of all names in all languages and spellings. Answers features for a query, best first. */
export function createGazetteer(known: Known): (query: string, limit?: number) => readonly Hit[] {
  const features = [...known];
  const names = features.map(({ feature }) => namesOf(feature));
  const whole = names.map(({ titles, alternates }) => new Set([...titles, ...alternates].map(withoutSpaces)));
  const index = new MiniSearch<Entry>({
    idField: "key",
    fields: ["titles", "alternates", "joined"],
    tokenize: (text) => text.split(" ").filter((word) => word !== ""),
    processTerm: (term) => term,
    searchOptions: {
      boost: { titles: 3, alternates: 2, joined: 2 },
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    },
  });
  index.addAll(
    names.map(({ titles, alternates }, key) => ({
      key,
      titles: titles.map(fold).join(" "),
      alternates: alternates.map(fold).join(" "),
      joined: [...new Set([...titles, ...alternates].map(withoutSpaces))].join(" "),
    })),
  );

  return (query, limit = 40) => {
    const words = fold(query);
    if (words === "") return [];
    const joined = words.replaceAll(" ", "");
    const scores = new Map<number, number>();
    for (const text of new Set([words, joined])) {
      for (const { id, score } of index.search(text)) scores.set(id, Math.max(scores.get(id) ?? 0, score));
    }
    const hits = [...scores].flatMap(([key, score]): Hit[] => {
      const entry = features[key];
      if (!entry) return [];
      const { layer, feature } = entry;
      const isWhole = whole[key]?.has(joined) ?? false;
      return [
        { reference: { layer: layer.id, id: feature.id }, layer, feature, score: isWhole ? score + 1000 : score },
      ];
    });
    return hits.sort((a, b) => b.score - a.score).slice(0, limit);
  };
}
