import { checkChainage, positionAt, sliceLine } from "./along";
import { combineCorridors, corridor, insideCorridor, membership, sketchCorridors } from "./corridor-answer";
import { drawnPath } from "./drawn-path";
import { enrichPoints } from "./enrich";
import { estimate } from "./estimate";
import { compareFlat } from "./flat";
import { generalise } from "./generalise";
import { inverse } from "./geodesic";
import { Ground } from "./ground";
import { summarise } from "./line";
import { distanceMatrix } from "./matrix";
import { measure } from "./measure";
import { packLines } from "./packed";
import { checkRadius } from "./place";
import { checkPosition } from "./position";
import { profile } from "./profile";
import { placesNear } from "./rank";
import type { Answer, DistanceAnswer, Load, Question, TaskName } from "./tasks";
import { distanceToLine } from "./to-line";

/** Answers every task at once, on what has been loaded. Runs in the worker, in tests and on the command line. */
export interface Engine {
  load(load: Load): void;
  /** The answer; throws an InputError when the question cannot be answered. */
  answer<Name extends TaskName>(name: Name, question: Question<Name>): Answer<Name>;
}

function distance(question: Question<"distance">): DistanceAnswer {
  const from = checkPosition(question.from, "from");
  const to = checkPosition(question.to, "to");
  const result = inverse(from, to);
  const errorMeters =
    checkRadius(question.fromRadiusMeters ?? 0, "from") + checkRadius(question.toRadiusMeters ?? 0, "to");
  return {
    ...result,
    estimate: estimate(result.meters, errorMeters),
    path: drawnPath([from, to]),
    method: "wgs84-geodesic",
  };
}

function slice(ground: Ground, question: Question<"slice">): Answer<"slice"> {
  const line = ground.line(question.line);
  const from = checkChainage(line, question.fromMeters, "from");
  const to = checkChainage(line, question.toMeters, "to");
  return { meters: Math.abs(to - from), path: packLines(sliceLine(line, from, to)), line: summarise(line) };
}

function atChainage(ground: Ground, question: Question<"positionAt">): Answer<"positionAt"> {
  const line = ground.line(question.line);
  const chainageMeters = checkChainage(line, question.chainageMeters, "chainage");
  return { position: positionAt(line, chainageMeters), chainageMeters, line: summarise(line) };
}

type Answers = { readonly [Name in TaskName]: (ground: Ground, question: Question<Name>) => Answer<Name> };

/** Every task and the function that answers it; a new task is one line here and one entry in `Tasks`. */
const ANSWERS: Answers = {
  distance: (_, question) => distance(question),
  toLine: distanceToLine,
  measure: (_, question) => measure(question),
  near: placesNear,
  corridor,
  inside: insideCorridor,
  sketch: sketchCorridors,
  combine: combineCorridors,
  membership,
  positionAt: atChainage,
  slice,
  profile,
  generalise: (ground, question) => generalise(ground.line(question.line), question.toleranceMeters),
  flat: (_, question) => compareFlat(question),
  enrich: (ground, question) => enrichPoints(ground, ground.line(question.line), question.points),
  matrix: (_, question) => distanceMatrix(question.positions),
  lines: (ground) => ground.lines.map(summarise),
};

/** An engine that knows nothing yet. */
export function createEngine(): Engine {
  const ground = new Ground();
  return {
    load: (load) => ground.load(load),
    answer: (name, question) => ANSWERS[name](ground, question),
  };
}
