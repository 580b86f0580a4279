import type { AtlasFeature } from "../data/feature";
import type { Countries } from "../data/load-countries";
import type { Layer, SymbolName } from "../data/manifest";
import type { Language } from "../data/text";
import type { SecondLanguage } from "../state/label-languages";
import type { Translate } from "../state/language/translate";
import type { OverlayFeature } from "../state/overlay";
import type { View } from "../state/view";
import type { PictureBase } from "./base";
import type { Frame } from "./frame";
import type { Label, Obstacles } from "./labels";
import type { Palette } from "./palette";
import type { Detail } from "./path";
import type { SymbolVariant } from "./symbols";

/** A layer with those of its features that are to be drawn; layers come bottom first, as in the manifest. */
export interface PictureLayer {
  readonly layer: Layer;
  readonly features: readonly AtlasFeature[];
}

/** A kilometre mark on the border, as `data/border-ticks.geojson` holds them. */
export interface BorderTick {
  readonly km: number;
  /** Direction of the line there, in degrees from north. */
  readonly bearing: number;
  readonly point: readonly [lng: number, lat: number];
}

/** What a picture is made from. */
export interface Picture {
  readonly view: View;
  readonly layers: readonly PictureLayer[];
  readonly base: PictureBase;
  readonly ticks?: readonly BorderTick[];
  /** Outlines for records of countries, which have none of their own. */
  readonly countries?: Countries | null;
  /** Measured lines, corridors and the like, ready to draw. */
  readonly overlays?: readonly OverlayFeature[];
  readonly language: Language;
  /** Puts a second line under the names of places; default none. */
  readonly secondLanguage?: SecondLanguage | null;
  readonly theme: "light" | "dark";
  readonly translate: Translate;
}

/** A picture being drawn: what every part of it needs, and what the parts tell each other. */
export interface Scene {
  readonly picture: Picture;
  readonly frame: Frame;
  readonly palette: Palette;
  readonly detail: Detail;
  /** Features carry titles and areas to point at. */
  readonly isInteractive: boolean;
  /** Put before every id, so that two pictures can stand on one page. */
  readonly prefix: string;
  readonly labels: Label[];
  readonly obstacles: Obstacles;
  /** Drawings used so far, by image id. */
  readonly symbols: Map<string, { readonly name: SymbolName; readonly variant: SymbolVariant }>;
}
