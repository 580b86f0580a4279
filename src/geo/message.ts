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
 * What the worker tells the page. `id` is that of the question; its time runs from `begun`, when all that was to be
 * loaded before it has been. Loads are answered only when they fail, with null.
 */
export type Response =
  | { readonly kind: "begun"; readonly id: number }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer<TaskName> }
  | { readonly kind: "failure"; readonly id: number | null; readonly failure: Failure };
