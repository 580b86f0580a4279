export { SYMBOL_COLORS } from "./symbol-colors";

/** The two themes a picture is drawn in. */
export type ThemeName = "light" | "dark";

/**
 * Colours by their job. Grounds are what symbols and text stand on; every colour of a symbol, line or text keeps 3:1
 * (text 4.5:1) against all of them, and symbol colours stay apart in simulated colour blindness.
 */
export interface Palette {
  /** The page, panels, and the two grounds of the map. */
  readonly paper: string;
  readonly surface: string;
  readonly land: string;
  readonly sea: string;
  /** The dark side of hills, drawn over `land`. */
  readonly hillShade: string;
  /** Hairlines between parts of a panel; decoration only. */
  readonly rule: string;
  readonly ink: string;
  readonly muted: string;
  /** Links, focus, selection; `onAccent` is text upon it. */
  readonly accent: string;
  readonly onAccent: string;
  readonly danger: string;
  /** Ring of paper round symbols, casing of lines, outline of labels. */
  readonly halo: string;
  readonly borderLine: string;
  readonly strike: string;
  readonly incident: string;
  readonly crossing: string;
  readonly market: string;
  readonly port: string;
  readonly corridor: string;
  readonly agreement: string;
  readonly membership: string;
  readonly water: string;
  readonly terrain: string;
  readonly town: string;
  /** The reader's own layers. */
  readonly own: string;
  /** Lines of provinces and districts. */
  readonly admin: string;
}

/** Colours by day and by night. Tuned together: change one and the contrast and colour-vision tests tell what else moves. */
export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    paper: "#F7F3EA",
    surface: "#FFFDF8",
    land: "#EDE6D6",
    sea: "#CFE1EA",
    hillShade: "#D9CDB8",
    rule: "#DED6C4",
    ink: "#1E2A30",
    muted: "#4E5A61",
    accent: "#0A5A78",
    onAccent: "#FFFDF8",
    danger: "#A60F30",
    halo: "#FFFDF8",
    borderLine: "#A60F30",
    strike: "#BA4B08",
    incident: "#A84E9F",
    crossing: "#426456",
    market: "#6C4600",
    port: "#25467A",
    corridor: "#543E97",
    agreement: "#43542C",
    membership: "#108084",
    water: "#256582",
    terrain: "#7C694E",
    town: "#1E2A30",
    own: "#8810D8",
    admin: "#54465A",
  },
  dark: {
    paper: "#0F171C",
    surface: "#172229",
    land: "#1C2930",
    sea: "#0C2030",
    hillShade: "#27363E",
    rule: "#2E3E47",
    ink: "#F0EBDF",
    muted: "#A8B4B9",
    accent: "#6EC4E2",
    onAccent: "#0F171C",
    danger: "#FF8F9E",
    halo: "#0F171C",
    borderLine: "#FB7C8F",
    strike: "#FB9B62",
    incident: "#FCA9D6",
    crossing: "#4ECBA5",
    market: "#E3B94B",
    port: "#70AFFC",
    corridor: "#C3A8E6",
    agreement: "#B2D17F",
    membership: "#7DBABF",
    water: "#589DBF",
    terrain: "#BB9F71",
    town: "#F0EBDF",
    own: "#A858F8",
    admin: "#827C82",
  },
};

/** The grounds of the map and the page that everything must stand out from. */
export const GROUNDS = ["paper", "surface", "land", "sea"] as const satisfies readonly (keyof Palette)[];
