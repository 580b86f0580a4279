import type { AtlasFeature } from "../data/feature";
import type { PrecisionClass } from "../data/location";
import type { Layer, SymbolName } from "../data/manifest";
import type { AtlasRecord } from "../data/record";
import type { SymbolVariant } from "./symbols";

/** Kinds of record that have a symbol of their own in whatever layer they are. */
const OWN_SYMBOLS: readonly SymbolName[] = ["tripoint", "terminus", "peak", "port", "crossing", "market"];
const MARKED_GRADES = ["single_source", "disputed", "unverified"] as const;
const SHARP: ReadonlySet<PrecisionClass> = new Set(["site", "vicinity", "settlement"]);

/** Newest state first: a bar that is up, down, or not drawn because nobody says. */
function gateOf(record: AtlasRecord): NonNullable<SymbolVariant["gate"]> {
  const state = "states" in record ? record.states[0]?.state : undefined;
  if (state === "open" || state === "partly_open" || state === "operating") return "open";
  return state === "closed" || state === "planned" ? "closed" : "unknown";
}

function townSizeOf({ kind }: AtlasRecord): NonNullable<SymbolVariant["size"]> {
  if (kind === "village") return 1;
  if (kind === "capital") return 4;
  return kind === "town" ? 2 : 3;
}

/** The symbol that stands for a feature beside its name, with its grade, its doubt and the state of its gate. */
export function featureSymbol(
  layer: Layer,
  { properties }: AtlasFeature,
): { name: SymbolName; variant: SymbolVariant } {
  const name = OWN_SYMBOLS.find((own) => own === properties.kind) ?? layer.symbol;
  const where = "where" in properties ? properties.where : null;
  const grade = "verification" in properties ? properties.verification.grade : null;
  const marked = MARKED_GRADES.find((known) => known === grade);
  return {
    name,
    variant: {
      hollow: where !== null && !SHARP.has(where.precision),
      ...(marked && { grade: marked }),
      ...(name === "crossing" && { gate: gateOf(properties) }),
      ...(name === "town" && { size: townSizeOf(properties) }),
    },
  };
}
