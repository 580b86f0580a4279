import type { SymbolName } from "../data/manifest";
import { SYMBOL_COLORS } from "../picture/symbol-colors";
import { type SymbolShape, type SymbolVariant, symbolShapes } from "../picture/symbols";

const PAINTS: Readonly<Record<SymbolShape["fill"], string>> = {
  symbol: "currentColor",
  paper: "var(--color-halo)",
  none: "none",
};

/** The name of a palette colour as a design token: `borderLine` is `--color-border-line`. */
export const colorToken = (name: string): string =>
  `var(--color-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`;

interface SymbolMarkProps {
  readonly name: SymbolName;
  readonly variant?: SymbolVariant;
}

/** A symbol as on the map; the text beside it says what it means. */
export function SymbolMark({ name, variant = {} }: SymbolMarkProps) {
  return (
    <svg class="mark" viewBox="-1 -1 22 22" aria-hidden="true" style={{ color: colorToken(SYMBOL_COLORS[name]) }}>
      {symbolShapes(name, variant).map(({ d, fill, stroke, strokeWidth, dash }) => (
        <path
          key={`${d} ${fill} ${stroke}`}
          d={d}
          fill={PAINTS[fill]}
          stroke={PAINTS[stroke]}
          stroke-width={strokeWidth}
          stroke-dasharray={dash}
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      ))}
    </svg>
  );
}
