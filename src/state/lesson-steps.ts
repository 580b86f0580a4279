import type { Lesson, LessonStep, OwnLesson } from "../data/lesson";
import { project, unproject, type Viewport, worldPx } from "./camera";
import { isGeographyAsked, withGeography } from "./geography-only";
import { decode, encode } from "./permalink";
import { type Camera, START_VIEW, type View } from "./view";

/** The id in links of a lesson that somebody made, and that travels in the link or lies on this device. */
export const OWN_LESSON_ID = "own";

/** A step with its number in links, from 1; numbers stay the same when steps are hidden. */
export interface NumberedStep<Step = LessonStep> {
  readonly number: number;
  readonly step: Step;
}

/** The lessons to offer: with “geography only” none that is about conflict. */
export function visibleLessons(lessons: readonly Lesson[], geographyOnly: boolean): readonly Lesson[] {
  return geographyOnly ? lessons.filter((lesson) => !lesson.conflict) : lessons;
}

/** The steps to play: with “geography only” none that touches on conflict. */
export function visibleSteps(lesson: Lesson, geographyOnly: boolean): readonly NumberedStep[] {
  const numbered = lesson.steps.map((step, index) => ({ number: index + 1, step }));
  return geographyOnly ? numbered.filter(({ step }) => !step.conflict && !lesson.conflict) : numbered;
}

/** The steps of a lesson that somebody made. */
export function ownSteps({ steps }: OwnLesson): readonly NumberedStep<OwnLesson["steps"][number]>[] {
  return steps.map((step, index) => ({ number: index + 1, step }));
}

/** What of the window the cameras of lessons are made for, in CSS px. */
const MADE_FOR = { width: 700, height: 560 };

/** `camera` so far out, and so far aside, that what a lesson wants to show fits into what is free of the map. */
export function cameraOn({ width, height, padding }: Viewport, camera: Camera): Camera {
  const free = {
    width: Math.max(160, width - padding.left - padding.right),
    height: Math.max(160, height - padding.top - padding.bottom),
  };
  const fit = Math.min(free.width / MADE_FOR.width, free.height / MADE_FOR.height, 1);
  const zoom = Math.max(0, camera.zoom + Math.log2(fit));
  const size = worldPx(zoom);
  const [x, y] = project([camera.lng, camera.lat]);
  const aside = (padding.right - padding.left) / 2 / size;
  const down = (padding.bottom - padding.top) / 2 / size;
  const [lng, lat] = unproject([x + aside, y + down]);
  return { ...camera, zoom, lng, lat };
}

/**
 * The view of a step, written as a link in `viewLink`: what the step shows, with the language, theme, pinned data and
 * own lesson of the reader's `current` view. Nothing is selected, for a card would lie over the lesson.
 */
export function stepView(
  viewLink: string,
  lesson: NonNullable<View["lesson"]>,
  current: View,
  viewport: Viewport,
): View {
  const shown = decode(viewLink);
  const { language, theme, pin, data, ownLesson } = current;
  const camera = cameraOn(viewport, shown.camera);
  const filters = withGeography(shown.filters, isGeographyAsked(current));
  return { ...shown, camera, filters, selected: null, language, theme, pin, data, ownLesson, lesson };
}

/** True when a link names a step and says nothing of the map: then the step decides what is shown. */
export function namesOnlyStep(view: View): boolean {
  const { language, theme, pin, data, ownLesson, lesson } = view;
  const filters = withGeography({}, isGeographyAsked(view));
  const bare = encode({ ...START_VIEW, filters, language, theme, pin, data, ownLesson, lesson });
  // The first look fits the border into the window, so that the camera alone says nothing.
  return encode({ ...view, camera: START_VIEW.camera }) === bare;
}
