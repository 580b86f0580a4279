import { cameraFor } from "../state/camera";
import { boundsOf } from "../state/extent";
import type { Camera } from "../state/view";
import { cameraShowing } from "./drawing";
import { type LightSession, selectedFeature } from "./light-session";

/** The border with the places along it: west, south, east, north. */
const HOME_BOUNDS = [60.2, 24.6, 64.2, 30.2] as const;
const PADDING = { top: 24, right: 24, bottom: 24, left: 24 };

/** A card that covers more of a map leaves no room beside it, but above. */
const MOST_COVERED = 0.7;

/** The camera that shows the whole border in `stage`. */
export const homeCamera = ({ clientWidth: width, clientHeight: height }: HTMLElement): Camera =>
  cameraFor(HOME_BOUNDS, { width, height, padding: PADDING });

/**
 * The camera that shows what is selected beside or above its card in `cardPlace`. Without `mayTravel` what is out of sight
 * stays so: what a link shows without its selection stays as it was composed.
 */
export function selectionCamera(
  session: LightSession,
  map: HTMLElement,
  cardPlace: HTMLElement,
  mayTravel: boolean,
): Camera {
  const { camera } = session.view;
  const bounds = boundsOf(selectedFeature(session)?.feature ?? null);
  if (!bounds) return camera;
  const middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as const;
  const { clientWidth: width, clientHeight: height } = map;
  const { offsetWidth: covered, offsetHeight: sheet } = cardPlace;
  const whole = { left: 0, right: width, bottom: height };
  const isInSight = cameraShowing(map, camera, middle, whole) === camera;
  if (!isInSight && !mayTravel) return camera;
  const isLeft = getComputedStyle(cardPlace).direction === "rtl";
  const beside = isLeft ? { ...whole, left: covered } : { ...whole, right: width - covered };
  const free = covered < width * MOST_COVERED ? beside : { ...whole, bottom: height - sheet };
  return cameraShowing(map, camera, middle, free);
}
