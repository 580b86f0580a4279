import type { AtlasFeature } from "../data/feature";
import { standingClass } from "./standing-class";

/** Whether a record is none of a country, or that of one that has joined something or is partner of it. */
export const isJoined = ({ properties }: AtlasFeature): boolean =>
  properties.kind !== "country" ||
  !("memberships" in properties) ||
  properties.memberships.some(({ standing }) => standingClass(standing) !== "other");
