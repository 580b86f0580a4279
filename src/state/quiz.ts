import { distanceMeters } from "../geo/geodesic";
import type { QuizPlace } from "./quiz-places";

/** The kinds of question, in the order in which they are offered. */
export const QUIZ_KINDS = ["find", "name", "side", "order", "estimate"] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

/** A question made from the map's own layers. */
export type QuizQuestion =
  | {
      /** Point at the place. `choices` are four positions to choose from instead, the right one among them. */
      readonly kind: "find";
      readonly place: QuizPlace;
      readonly choices: readonly QuizPlace[];
      /** How far off a click may be. */
      readonly withinMeters: number;
    }
  | { readonly kind: "name"; readonly place: QuizPlace; readonly choices: readonly QuizPlace[] }
  | { readonly kind: "side"; readonly place: QuizPlace; readonly answer: "IR" | "PK" }
  | { readonly kind: "order"; readonly places: readonly QuizPlace[]; readonly answer: readonly string[] }
  | { readonly kind: "estimate"; readonly from: QuizPlace; readonly to: QuizPlace; readonly meters: number };

/** What a quiz is made of. */
export interface QuizOptions {
  readonly places: readonly QuizPlace[];
  readonly kinds: readonly QuizKind[];
  readonly count: number;
  /** The same seed asks the same questions. */
  readonly seed: number;
}

const CHOICES = 4;
const FIND_WITHIN_METERS = 30_000;
/** Two places nearer than this, doubt aside, cannot be told apart on a map of the whole border. */
const APART_METERS = 20_000;
/** Four places are in a clear order when each is this much further south, doubt aside. */
const SOUTHWARD_METERS = 15_000;
/** Of latitude, where it is least: near the equator. */
const METERS_PER_DEGREE = 110_574;
const ESTIMATE_METERS = [60_000, 900_000] as const;
/** The doubt of both ends may be this part of a distance that is to be estimated. */
const ESTIMATE_DOUBT = 0.05;

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `items` in a random order (Fisher–Yates). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = all[last] as T;
    all[last] = all[other] as T;
    all[other] = held;
  }
  return all;
}

const isApart = (a: QuizPlace, b: QuizPlace) =>
  distanceMeters(a.position, b.position) > APART_METERS + a.radiusMeters + b.radiusMeters;

/** Up to four places, `place` among them, no two of which could be taken for one another; null when there are too few. */
function choicesWith(place: QuizPlace, places: readonly QuizPlace[], random: () => number): QuizPlace[] | null {
  const chosen = [place];
  for (const other of shuffled(places, random)) {
    if (chosen.length === CHOICES) break;
    if (chosen.every((known) => known.title.en !== other.title.en && isApart(known, other))) chosen.push(other);
  }
  return chosen.length === CHOICES ? shuffled(chosen, random) : null;
}

/** Four places in a clear order from north to south, in a random order; null when there are too few. */
function inOrder(first: QuizPlace, places: readonly QuizPlace[], random: () => number): QuizPlace[] | null {
  const chosen = [first];
  for (const other of shuffled(places, random)) {
    if (chosen.length === CHOICES) break;
    const isClear = chosen.every((known) => {
      const southward = Math.abs(known.position[1] - other.position[1]) * METERS_PER_DEGREE;
      return southward > SOUTHWARD_METERS + known.radiusMeters + other.radiusMeters;
    });
    if (isClear) chosen.push(other);
  }
  return chosen.length === CHOICES ? shuffled(chosen, random) : null;
}

/** A place to measure to from `from`, and how far it is; null when there is none at a fair distance. */
function partnerOf(from: QuizPlace, places: readonly QuizPlace[], random: () => number) {
  for (const to of shuffled(places, random)) {
    const meters = distanceMeters(from.position, to.position);
    const doubt = from.radiusMeters + to.radiusMeters;
    if (meters >= ESTIMATE_METERS[0] && meters <= ESTIMATE_METERS[1] && doubt <= meters * ESTIMATE_DOUBT) {
      return { to, meters };
    }
  }
  return null;
}

function questionAbout(
  place: QuizPlace,
  kind: QuizKind,
  places: readonly QuizPlace[],
  random: () => number,
): QuizQuestion | null {
  switch (kind) {
    case "find": {
      const choices = choicesWith(place, places, random);
      const withinMeters = Math.max(FIND_WITHIN_METERS, place.radiusMeters);
      return choices && { kind, place, choices, withinMeters };
    }
    case "name": {
      const choices = choicesWith(place, places, random);
      return choices && { kind, place, choices };
    }
    case "side":
      return place.side && { kind, place, answer: place.side };
    case "order": {
      const four = inOrder(place, places, random);
      const southward = four && [...four].sort((a, b) => b.position[1] - a.position[1]);
      return four && southward ? { kind, places: four, answer: southward.map(({ key }) => key) } : null;
    }
    case "estimate": {
      const partner = partnerOf(place, places, random);
      return partner && { kind, from: place, to: partner.to, meters: partner.meters };
    }
  }
}

/**
 * Up to `count` questions about `places`, the kinds taking turns and no place leading two of them. Fewer when the places
 * do not support more; none at all without places or kinds.
 */
export function makeQuiz({ places, kinds, count, seed }: QuizOptions): readonly QuizQuestion[] {
  const random = randomFrom(seed);
  const left = shuffled(places, random);
  const wanted = QUIZ_KINDS.filter((kind) => kinds.includes(kind));
  const questions: QuizQuestion[] = [];
  const next = (kind: QuizKind): QuizQuestion | null => {
    for (const [at, place] of left.entries()) {
      const question = questionAbout(place, kind, places, random);
      if (!question) continue;
      left.splice(at, 1);
      return question;
    }
    return null;
  };
  let turn = 0;
  while (questions.length < count && wanted.length > 0) {
    turn %= wanted.length;
    const question = next(wanted[turn] as QuizKind);
    if (question) {
      questions.push(question);
      turn += 1;
    } else wanted.splice(turn, 1);
  }
  return questions;
}

/** How well an answer did: `near` is right in spirit, and said so. */
export type Verdict = "right" | "near" | "wrong";

/** An estimate within a tenth is right, within a quarter near. */
export function judgeEstimate(guessMeters: number, meters: number): Verdict {
  const off = Math.abs(guessMeters - meters) / meters;
  if (off <= 0.1) return "right";
  return off <= 0.25 ? "near" : "wrong";
}

/** A click within the tolerance is right, within three times as much near. Also says how far off it was. */
export function judgeFind(
  click: readonly [number, number],
  { place, withinMeters }: Extract<QuizQuestion, { kind: "find" }>,
): { readonly verdict: Verdict; readonly meters: number } {
  const meters = distanceMeters(click, place.position);
  if (meters <= withinMeters) return { verdict: "right", meters };
  return { verdict: meters <= 3 * withinMeters ? "near" : "wrong", meters };
}

/** Right when every place is where it belongs, near when only two neighbours are swapped. */
export function judgeOrder(given: readonly string[], answer: readonly string[]): Verdict {
  const wrong = answer.flatMap((key, index) => (given[index] === key ? [] : [index]));
  if (wrong.length === 0 && given.length === answer.length) return "right";
  const [first = -9, second = -9] = wrong;
  const isSwap = wrong.length === 2 && second === first + 1 && given[first] === answer[second];
  return isSwap ? "near" : "wrong";
}
