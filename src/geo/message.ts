import type { InputFault } from "./input-error";
import type { Answer, Load, Question, TaskName } from "./tasks";

/** One question with its name, as it crosses the thread boundary. */
export type Asked = { [Name in TaskName]: { readonly name: Name; readonly question: Question<Name> } }[TaskName];

/** What the page tells the worker. */
export type Request =
  | { readonly kind: "load"; readonly load: Load }
  | { readonly kind: "ask"; readonly id: number; readonly asked: Asked };

/** What went wrong, as plain data: errors lose their class between threads. */
export interface Failure {
  readonly message: string;
  readonly refused: { readonly fault: InputFault; readonly input: string; readonly value: string } | null;
}

/**
 * What the worker tells the page: `ready` when it has started and after each load; of a question, with its `id`, that it was
 * `begun`, from when its time runs, and its outcome. A load that fails is told as a failure without an id.
 */
export type Response =
  | { readonly kind: "ready" }
  | { readonly kind: "begun"; readonly id: number }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer<TaskName> }
  | { readonly kind: "failure"; readonly id: number | null; readonly failure: Failure };
