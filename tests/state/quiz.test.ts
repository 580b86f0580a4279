import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import type { AtlasCollection } from "../../src/data/feature";
import { judgeEstimate, judgeFind, judgeOrder, makeQuiz, QUIZ_KINDS, type QuizQuestion } from "../../src/state/quiz";
import { QUIZ_LAYERS, quizPlaces } from "../../src/state/quiz-places";

const DATA = join(import.meta.dirname, "../../data");
const ALL_LAYERS = [...QUIZ_LAYERS, "strikes", "incidents", "agreements", "districts", "provinces"];
const features = ALL_LAYERS.flatMap((id) =>
  (JSON.parse(readFileSync(join(DATA, `${id}.geojson`), "utf8")) as AtlasCollection).features.map((feature) => ({
    layer: { id },
    feature,
  })),
);
/** Sides of towns as any atlas has them; Taftan is told apart only by a line better than 2 km. */
const SIDES = new Map([
  ["towns/zahedan", { side: "IR" as const, ambiguous: false }],
  ["towns/saravan", { side: "IR" as const, ambiguous: false }],
  ["towns/turbat", { side: "PK" as const, ambiguous: false }],
  ["towns/panjgur", { side: "PK" as const, ambiguous: false }],
  ["towns/taftan", { side: "PK" as const, ambiguous: true }],
  ["crossings/crossing-mirjaveh-taftan", { side: "IR" as const, ambiguous: true }],
  ["towns/mand", { side: "sea" as const, ambiguous: false }],
]);
const places = quizPlaces(features, QUIZ_LAYERS, SIDES);
const quiz = (seed: number, count = 12) => makeQuiz({ places, kinds: QUIZ_KINDS, count, seed });

const metersBetween = (a: readonly [number, number], b: readonly [number, number]) =>
  geographiclib.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? Number.NaN;
const placesOf = (question: QuizQuestion) => {
  if (question.kind === "estimate") return [question.from, question.to];
  if (question.kind === "order") return question.places;
  return question.kind === "side" ? [question.place] : question.choices;
};

describe("the places of a quiz", () => {
  it("are known places of the layers asked for", () => {
    const keys = places.map(({ key }) => key);
    expect(keys).toContain("towns/taftan");
    expect(keys).toContain("crossings/crossing-rimdan-gabd");
    expect(keys).toContain("border/tripoint-kuh-i-malik-siah");
    expect(quizPlaces(features, ["ports"], SIDES).every(({ layer }) => layer === "ports")).toBe(true);
  });

  it("are never those of strikes and attacks, nor areas without a point to show", () => {
    const events = features.filter(({ feature }) => "when" in feature.properties).map(({ feature }) => feature.id);
    const ids = places.map(({ key }) => key.split("/")[1] ?? "");
    expect(ids.filter((id) => events.includes(id))).toEqual([]);
    for (const id of ["hizabad-e-pain", "gowhar-kuh", "parom", "natanz", "fordow", "crossing-raajay"]) {
      expect(ids).not.toContain(id);
    }
  });

  it("have a side only where no doubt reaches the border", () => {
    const sides = new Map(places.map(({ key, side }) => [key, side]));
    expect(sides.get("towns/zahedan")).toBe("IR");
    expect(sides.get("towns/turbat")).toBe("PK");
    expect(sides.get("towns/taftan")).toBeNull();
    expect(sides.get("towns/mand")).toBeNull();
    expect(sides.get("towns/khash")).toBeNull();
  });
});

describe("a quiz", () => {
  it("asks the same for the same seed and something else for another", () => {
    expect(quiz(7)).toEqual(quiz(7));
    expect(quiz(7)).not.toEqual(quiz(8));
  });

  it("takes turns among the kinds and asks about each place once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const questions = quiz(seed, 10);
        expect(questions.map(({ kind }) => kind).slice(0, 5)).toEqual([...QUIZ_KINDS]);
        const leads = questions.map((question) => {
          if (question.kind === "estimate") return question.from.key;
          return question.kind === "order" ? null : question.place.key;
        });
        const named = leads.filter((key) => key !== null);
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 25 },
    );
  });

  it("has answers that are true and that nothing makes doubtful", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        for (const question of quiz(seed)) {
          const all = placesOf(question);
          expect(new Set(all.map(({ title }) => title.en)).size).toBe(all.length);
          if (question.kind === "find" || question.kind === "name") {
            expect(all).toContain(question.place);
            for (const [at, a] of all.entries()) {
              for (const b of all.slice(at + 1)) {
                expect(metersBetween(a.position, b.position)).toBeGreaterThan(a.radiusMeters + b.radiusMeters);
              }
            }
          }
          if (question.kind === "side") expect(SIDES.get(question.place.key)?.side).toBe(question.answer);
          if (question.kind === "order") {
            const latitudes = question.answer.map((key) => all.find((place) => place.key === key)?.position[1] ?? 0);
            expect(latitudes).toEqual([...latitudes].sort((a, b) => b - a));
          }
          if (question.kind === "estimate") {
            expect(question.meters).toBeCloseTo(metersBetween(question.from.position, question.to.position), 3);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("asks less rather than something doubtful", () => {
    expect(makeQuiz({ places, kinds: ["side"], count: 10, seed: 1 })).toHaveLength(4);
    expect(makeQuiz({ places: places.slice(0, 3), kinds: ["name", "order"], count: 10, seed: 1 })).toEqual([]);
    expect(makeQuiz({ places, kinds: [], count: 10, seed: 1 })).toEqual([]);
    expect(makeQuiz({ places: [], kinds: QUIZ_KINDS, count: 10, seed: 1 })).toEqual([]);
  });
});

describe("judging", () => {
  it("takes a tenth off an estimate for right and a quarter for near", () => {
    expect(judgeEstimate(190_000, 175_000)).toBe("right");
    expect(judgeEstimate(140_000, 175_000)).toBe("near");
    expect(judgeEstimate(90_000, 175_000)).toBe("wrong");
  });

  it("takes a click within the tolerance for right and says how far off it was", () => {
    const question = quiz(1).find((asked) => asked.kind === "find");
    if (question?.kind !== "find") throw new Error("no question of the kind");
    const [lng, lat] = question.place.position;
    expect(judgeFind([lng, lat], question)).toEqual({ verdict: "right", meters: 0 });
    const off = judgeFind([lng + 3, lat], question);
    expect(off.verdict).toBe("wrong");
    expect(off.meters).toBeCloseTo(metersBetween([lng + 3, lat], [lng, lat]), 3);
  });

  it("takes two swapped neighbours for near", () => {
    const answer = ["a", "b", "c", "d"];
    expect(judgeOrder(["a", "b", "c", "d"], answer)).toBe("right");
    expect(judgeOrder(["a", "c", "b", "d"], answer)).toBe("near");
    expect(judgeOrder(["d", "b", "c", "a"], answer)).toBe("wrong");
    expect(judgeOrder(["a", "b"], answer)).toBe("wrong");
  });
});
