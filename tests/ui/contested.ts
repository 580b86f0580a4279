import type { Claim } from "../../src/data/event-record";
import type { AtlasFeature } from "../../src/data/feature";
import { shipped } from "./test-page";

/** A strike of our own making: one party says it happened, another denies it, a third says who was hit. */
export function contestedStrike(): AtlasFeature {
  const [model] = shipped("strikes");
  if (!model || !("claims" in model.properties)) throw new Error("no strike to start from");
  const { sources } = model.properties;
  const claim = (
    id: string,
    about: Claim["about"],
    stance: Claim["stance"],
    name: string,
    statement: string,
  ): Claim => ({
    id,
    about,
    stance,
    claimant: { name, type: "state" },
    statement: { en: statement },
    date: "2024-01-17",
    sources: sources.slice(0, 1),
  });
  return {
    type: "Feature",
    id: "contested",
    geometry: { type: "Point", coordinates: [62.31234, 27.45678] },
    properties: {
      ...model.properties,
      id: "contested",
      title: { en: "Contested strike", fa: "حملهٔ مورد اختلاف" },
      claims: [
        claim("said", "responsibility", "asserts", "Party A", "Says that it struck."),
        claim("denied", "responsibility", "denies", "Party B", "Denies that anything was struck."),
        claim("hurt", "casualties", "asserts", "Party C", "Says that some were hurt."),
      ],
      actor: { name: "Party A", basis: "disputed", claims: ["said"] },
      statedTarget: { name: "Said by Party A to be a depot", claims: ["said"] },
      casualties: {
        killed: { low: 2, best: null, high: 9 },
        injured: { low: 1, best: null, high: null },
        civiliansKilled: null,
        claims: ["hurt"],
        asOf: "2024-01-18",
      },
      verification: { ...model.properties.verification, grade: "disputed" },
      related: [],
      figures: [],
      conflicts: [],
      alsoAt: [],
    },
  };
}
