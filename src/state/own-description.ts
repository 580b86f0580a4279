import type { Layer, SymbolName } from "../data/manifest";
import { unusedId } from "../data/own/unused-id";
import { OWN_SYMBOLS } from "../data/own-symbols";
import type { OwnLayer, OwnLayers } from "./own-layers";

const PREFIX = "own-";
const LONGEST_SLUG = 40;

/** `title` as part of an id: lower-case ASCII letters and digits joined by hyphens; “data” when none is left. */
function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join("-").slice(0, LONGEST_SLUG).replace(/-$/, "") || "data";
}

/** The ids of the layers that are on the page. */
export const idsOnPage = ({ list }: OwnLayers): ReadonlySet<string> =>
  new Set(list.peek().map(({ layer }) => layer.id));

function rarestSymbol(others: readonly OwnLayer[]): SymbolName {
  const uses = (name: SymbolName) => others.filter(({ layer }) => layer.symbol === name).length;
  return [...OWN_SYMBOLS].sort((a, b) => uses(a) - uses(b))[0] ?? "own-plus";
}

/** The description of a layer to be added to `own`: with an id that no other has and the symbol that has been used least. */
export const describeOwnLayer = (own: OwnLayers, title: string): Layer => ({
  id: unusedId(idsOnPage(own), PREFIX + slugOf(title)),
  file: "",
  title: { en: title },
  group: "own",
  record: "own",
  draw: "own",
  symbol: rarestSymbol(own.list.peek()),
  visible: true,
  conflict: false,
  minZoom: 0,
  maxZoom: 24,
  labelMinZoom: 7,
  extent: [-180, -90, 180, 90],
  licence: "",
  attribution: [],
});
