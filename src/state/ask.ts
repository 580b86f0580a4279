import type { Answer, Question, TaskName } from "../geo/tasks";

/** Puts a question to the geodesic engine; rejects with an Error whose message can be shown, or when aborted. */
export type Ask = <Name extends TaskName>(
  task: Name,
  question: Question<Name>,
  abort: AbortSignal,
) => Promise<Answer<Name>>;
