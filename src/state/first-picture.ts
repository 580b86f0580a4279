import type { Camera } from "./view";

/** What a link brought, painted over the poster in place of the map until that is there. */
export interface FirstPicture {
  /** Resolves once the reader has let go of the picture for a moment. */
  rests(): Promise<void>;
  /** Leaves gestures to a map that lies over the picture from now on; answers how to tell where that looks. */
  yield(): (camera: Camera) => void;
  /** Takes the points away: the map has painted them. The poster still follows. */
  clear(): void;
  /** Follows nothing any more. */
  end(): void;
}
