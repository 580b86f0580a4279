import type { Layer } from "../../data/manifest";
import type { Cell, ColumnId } from "../../state/record-columns";
import type { Voice } from "../context";
import { WORDS } from "../filters/words";

/** A cell as the reader reads it; an empty text for what is not known. */
export function cellWords(column: ColumnId, cell: Cell, layer: Layer, isOwn: boolean, voice: Voice): string {
  if (cell === null) return "";
  const { translate } = voice;
  switch (column) {
    case "layer":
      return voice.text(layer.title);
    case "kind":
      return isOwn ? String(cell) : translate(`kind.${cell}`);
    case "date":
    case "end":
      return voice.date(String(cell));
    case "grade":
      return WORDS.grade?.includes(String(cell)) ? translate(`grade.${cell}`) : String(cell);
    case "radius":
      return voice.length(Number(cell), Number(cell) >= 1000 ? 1000 : 0);
    case "side":
      return translate(`side.${cell}`);
    case "border":
      return voice.length(Number(cell));
    case "claims":
    case "sources":
      return voice.number(Number(cell));
    case "actor":
      return voice.translation(String(cell)) ?? String(cell);
    default:
      return String(cell);
  }
}
