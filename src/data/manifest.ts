import { z } from "zod";
import { OWN_SYMBOLS } from "./own-symbols";
import { id, localizedText, plainText } from "./text";

/** The ways a layer can be drawn; a new way is one member here and one case in the style. */
const draw = z.enum(["border", "symbol", "corridor", "area", "label", "line"]);

/** Symbols that layers of the manifest are drawn with. */
const shippedSymbol = z.enum([
  "border",
  "tripoint",
  "terminus",
  "strike",
  "incident",
  "crossing",
  "market",
  "port",
  "corridor",
  "agreement",
  "town",
  "peak",
  "province",
  "district",
  "membership",
  "water",
  "terrain",
]);

/** Names of symbols in the project's own symbol set. */
export const symbolName = z.enum([...shippedSymbol.options, ...OWN_SYMBOLS]);
export type SymbolName = z.infer<typeof symbolName>;

/** One layer of the atlas: everything but its records. */
export const layer = z.strictObject({
  id,
  file: z.string().regex(/^[a-z0-9-]+\.geojson$/),
  title: localizedText,
  description: localizedText,
  group: z.enum(["line", "passage", "events", "land", "themes"]).describe("heading in the legend"),
  record: z.enum(["place", "event", "corridor", "membership"]),
  draw,
  symbol: shippedSymbol,
  visible: z.boolean().describe("shown on the first visit"),
  conflict: z.boolean().describe("hidden by the “geography only” setting"),
  minZoom: z.number().min(0).max(24),
  maxZoom: z.number().min(0).max(24),
  labelMinZoom: z.number().min(0).max(24),
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe("west, south, east, north, in degrees"),
  licence: plainText.describe("SPDX id"),
  attribution: z.array(z.strictObject({ text: plainText, url: z.url().nullable() })),
});
/** A layer of the manifest. */
export type ShippedLayer = z.infer<typeof layer>;

/** A layer on the page: of the manifest, or of the reader's own data, which no manifest can hold. */
export interface Layer extends Omit<ShippedLayer, "group" | "record" | "draw" | "symbol" | "description"> {
  /** Left out of the manifest that a page begins with; `load-descriptions.ts` has it. */
  readonly description?: ShippedLayer["description"];
  readonly group: ShippedLayer["group"] | "own";
  readonly record: ShippedLayer["record"] | "own";
  readonly draw: ShippedLayer["draw"] | "own";
  readonly symbol: SymbolName;
}

/** The manifest: the order of `layers` is the drawing order, bottom first. */
export const manifest = z.strictObject({
  dataVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  released: z.iso.date(),
  layers: z.array(layer),
});
export type Manifest = Omit<z.infer<typeof manifest>, "layers"> & { readonly layers: readonly Layer[] };
