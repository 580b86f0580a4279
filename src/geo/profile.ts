import type { Ground } from "./ground";
import { summarise } from "./line";
import { withinTest } from "./membership";
import { bestFoot, nearestExact } from "./nearest-exact";
import type { Answer, Question } from "./tasks";

/** The loaded places within a distance of a line, in the order in which the line passes them. */
export function profile(ground: Ground, question: Question<"profile">): Answer<"profile"> {
  const line = ground.line(question.line);
  const isWithin = withinTest(line, question.withinMeters);
  const entries = ground.places
    .filter(({ group, position }) => (question.groups?.includes(group) ?? true) && isWithin(position[0], position[1]))
    .map((place) => {
      const { meters, chainageMeters } = bestFoot(nearestExact(line, place.position));
      const { side, ambiguous } = ground.standingOf(place);
      return { key: place.key, group: place.group, chainageMeters, meters, side, ambiguous };
    })
    .sort((a, b) => a.chainageMeters - b.chainageMeters || a.meters - b.meters);
  return { entries, line: summarise(line) };
}
