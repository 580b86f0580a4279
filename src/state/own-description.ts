import type { Layer, SymbolName } from "../data/manifest";
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

function unusedId(others: readonly OwnLayer[], title: string): string {
  const known = new Set(others.map(({ layer }) => layer.id));
  const first = PREFIX + slugOf(title);
  for (let number = 2, id = first; ; number++) {
    if (!known.has(id)) return id;
    id = `${first}-${number}`;
  }
}

function rarestSymbol(others: readonly OwnLayer[]): SymbolName {
  const uses = (name: SymbolName) => others.filter(({ layer }) => layer.symbol === name).length;
  return [...OWN_SYMBOLS].sort((a, b) => uses(a) - uses(b))[0] ?? "own-plus";
}

/** The description of a layer to be added to `own`: with an id that no other has and the symbol that has been used least. */
export const describeOwnLayer = ({ list }: OwnLayers, title: string): Layer => ({
  id: unusedId(list.peek(), title),
  file: "",
  title: { en: title },
  group: "own",
  record: "own",
  draw: "own",
  symbol: rarestSymbol(list.peek()),
  visible: true,
  conflict: false,
  minZoom: 0,
  maxZoom: 24,
  labelMinZoom: 7,
  extent: [-180, -90, 180, 90],
  licence: "",
  attribution: [],
});
