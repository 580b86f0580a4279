import type { SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Layer, Manifest } from "../data/manifest";
import type { Language } from "../data/text";
import type { Palette } from "../picture/palette";
import type { Basemap } from "../state/basemap";
import type { SecondLanguage } from "../state/label-languages";
import type { Banded } from "./bands";

export type Theme = "light" | "dark";

/** Words that the style itself writes on the map, in the reader's language. */
export interface StyleWords {
  /** Added to the name of a corridor that is only schematic. */
  readonly schematic: string;
  /** Sign of the kilometre. */
  readonly km: string;
}

/** How base maps from the network are drawn: fetched with the first of them. */
export interface OnlineStyle {
  onlineSources(context: StyleContext): Record<string, SourceSpecification>;
  onlineStyle(context: StyleContext): Banded;
}

/**
 * What of a map is shown while a picture stands below it: the reader's own layers, then all but the ground, which would
 * cover the picture before there is land upon it, then everything.
 */
export type Stage = "own" | "groundless" | "whole";

/** Everything the style depends on; the same input always gives the same style. */
export interface StyleInput {
  readonly manifest: Manifest;
  readonly theme: Theme;
  readonly language: Language;
  /** A language to write below the first on names of places, or null for one language. */
  readonly secondLanguage: SecondLanguage | null;
  readonly assets: {
    /** Absolute address of the folder the page lies in, with its last slash. */
    readonly baseUrl: string;
    readonly words: StyleWords;
  };
  /** Ids of the layers that are shown; those of the first visit when left out. */
  readonly visible?: readonly string[];
  /** Which organisation the membership layer shows; ECO when left out. */
  readonly organisation?: string;
  readonly basemap?: Basemap;
  /** Needed for every base map but the bundled one. */
  readonly online?: OnlineStyle | null;
  /** False leaves every name off the map. */
  readonly hasLabels?: boolean;
  /** Needed for layers of the reader's own: how they are drawn. */
  readonly ownStyle?: ((layer: Layer, context: StyleContext) => Banded) | null;
  /** How much of it is shown; everything when left out. */
  readonly stage?: Stage;
  /** Whether the land is drawn raised: its shade then stays where that of flat land would fade. */
  readonly isRaised?: boolean;
}

/** The input with what follows from it. */
export interface StyleContext extends StyleInput {
  readonly visible: readonly string[];
  readonly organisation: string;
  readonly basemap: Basemap;
  readonly palette: Palette;
  /** Locale whose digits the map writes. */
  readonly locale: string;
}
