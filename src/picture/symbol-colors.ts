import type { SymbolName } from "../data/manifest";

/** The colour each symbol is drawn in, by its name in the palette. */
export const SYMBOL_COLORS = {
  border: "borderLine",
  tripoint: "borderLine",
  terminus: "borderLine",
  strike: "strike",
  incident: "incident",
  crossing: "crossing",
  market: "market",
  port: "port",
  corridor: "corridor",
  agreement: "agreement",
  town: "town",
  peak: "terrain",
  province: "admin",
  district: "admin",
  membership: "membership",
  water: "water",
  terrain: "terrain",
  "own-plus": "own",
  "own-pentagon": "own",
  "own-hourglass": "own",
  "own-drop": "own",
  "own-bars": "own",
  "own-cross": "own",
} as const satisfies Readonly<Record<SymbolName, string>>;
