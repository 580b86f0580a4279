import { namesOnlyStep, stepView } from "../../state/lesson-steps";
import type { Model } from "../../state/model";
import { encode } from "../../state/permalink";
import { START_VIEW, type View } from "../../state/view";

/** Shows a step: its map, in the reader's language, as a new step of the back button. */
export function showStep(model: Model, viewLink: string, lesson: NonNullable<View["lesson"]>): void {
  model.view.value = stepView(viewLink, lesson, model.view.peek(), model.viewport.peek());
}

/** Shows the map of a step that the link only named. It takes the place of that link, so that “back” leads out of it. */
export function fillStep(model: Model, viewLink: string, lesson: NonNullable<View["lesson"]>): void {
  if (!namesOnlyStep(model.view.peek())) return;
  const view = stepView(viewLink, lesson, model.view.peek(), model.viewport.peek());
  window.history.replaceState(null, "", encode(view, START_VIEW));
  model.view.value = view;
}

/** Ends a lesson; the map stays as it is. */
export function leaveLesson(model: Model): void {
  model.view.value = { ...model.view.peek(), lesson: null, ownLesson: null };
}
