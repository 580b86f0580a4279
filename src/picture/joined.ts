import type { AtlasFeature } from "../data/feature";
import { standingClass } from "./standing-class";

/** Whether a record is none of a country, or that of one that has joined something, of `organisations` if named, or is partner of it. */
export const isJoined = ({ properties }: AtlasFeature, organisations?: readonly string[]): boolean =>
  properties.kind !== "country" ||
  !("memberships" in properties) ||
  properties.memberships.some(
    ({ organisation, standing }) =>
      standingClass(standing) !== "other" && (organisations?.includes(organisation) ?? true),
  );
