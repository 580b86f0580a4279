import type { SymbolName } from "../data/manifest";
import type { Palette } from "./palette";
import { SYMBOL_COLORS } from "./symbol-colors";
import { OUTLINES, type Outline, ring } from "./symbol-outlines";

/** How well an event is supported, as its symbol shows it; confirmed and corroborated events need no mark. */
export type GradeMark = "plain" | "single_source" | "disputed" | "unverified";

/** What changes in a symbol from feature to feature. Each is told by shape or stroke, never by colour alone. */
export interface SymbolVariant {
  /** The place is known only approximately: outline instead of a filled shape. */
  readonly hollow?: boolean;
  readonly grade?: GradeMark;
  /** Crossings: bar up, bar down, or no bar. */
  readonly gate?: "open" | "closed" | "unknown";
  /** Towns, from a village (1) to a capital (4). */
  readonly size?: 1 | 2 | 3 | 4;
  /** A further place of the same event: the same symbol, smaller. */
  readonly small?: boolean;
}

/** One path of a symbol on a grid of 20 × 20, drawn in the order given. Joins and caps are round. */
export interface SymbolShape {
  readonly d: string;
  readonly fill: "symbol" | "paper" | "none";
  readonly stroke: "symbol" | "paper" | "none";
  readonly strokeWidth: number;
  readonly dash?: string;
}

/** Side of the grid the symbols are drawn on. */
export const SYMBOL_GRID = 20;
const HALO_WIDTH = 1.5;
const OUTLINE_WIDTH = 1.7;

const shape = (
  d: string,
  fill: SymbolShape["fill"],
  stroke: SymbolShape["stroke"] = "none",
  strokeWidth = 0,
  dash?: string,
): SymbolShape => (dash === undefined ? { d, fill, stroke, strokeWidth } : { d, fill, stroke, strokeWidth, dash });

/** A filled silhouette with what is cut out of it or drawn on it; the colours swap when it is hollow. */
function solidShapes(
  { body, detail, detailWidth = 1.4, center = 10, axis = [2, 18] }: Outline,
  variant: SymbolVariant,
): SymbolShape[] {
  const { hollow = false, grade = "plain" } = variant;
  const mark = hollow ? "symbol" : "paper";
  const shapes = [shape(body, "paper", "paper", (hollow ? OUTLINE_WIDTH : 0) + 2 * HALO_WIDTH)];
  if (hollow) {
    shapes.push(shape(body, "paper", "symbol", OUTLINE_WIDTH, grade === "unverified" ? "2.2 2.6" : undefined));
  } else {
    shapes.push(shape(body, "symbol"));
    if (grade === "unverified") shapes.push(shape(ring(3, 10, center), "paper"));
  }
  if (grade === "single_source") shapes.push(shape(ring(1.7, 10, center), mark));
  if (grade === "disputed") shapes.push(shape(`M10 ${axis[0]}V${axis[1]}`, "none", mark, hollow ? 1.5 : 2));
  if (detail) shapes.push(shape(detail, "none", mark, detailWidth));
  return shapes;
}

/** A drawing made of strokes; hollow means that each stroke is drawn as its outline, or dashed when it is thin. */
function strokeShapes(
  { body, width = 2.2, dash, fill = "none", dots }: Outline,
  { hollow = false }: SymbolVariant,
): SymbolShape[] {
  const shapes = [shape(body, fill === "none" ? "none" : "paper", "paper", width + 2 * HALO_WIDTH)];
  if (dots) shapes.push(shape(dots, "paper", "paper", 2 * HALO_WIDTH));
  shapes.push(shape(body, fill, "symbol", width, hollow && width < 2 ? "2 1.8" : dash));
  if (hollow && width >= 2) shapes.push(shape(body, "none", "paper", width - 1.5));
  if (dots) shapes.push(shape(dots, "symbol"));
  return shapes;
}

function outlineOf(name: SymbolName, variant: SymbolVariant): Outline {
  if (name === "crossing") return OUTLINES[`crossing-${variant.gate ?? "open"}`];
  if (name === "town") return OUTLINES[`town-${variant.size ?? 2}`];
  return OUTLINES[name];
}

/** The paths of a symbol, halo first, for a canvas, a legend or a picture alike. */
export function symbolShapes(name: SymbolName, variant: SymbolVariant = {}): readonly SymbolShape[] {
  const outline = outlineOf(name, variant);
  return outline.draw === "solid" ? solidShapes(outline, variant) : strokeShapes(outline, variant);
}

/** The part of a canvas's context that symbols need, so that a test can stand in for it. */
export type SymbolContext = Pick<
  CanvasRenderingContext2D,
  "fill" | "stroke" | "setLineDash" | "lineWidth" | "lineJoin" | "lineCap" | "fillStyle" | "strokeStyle"
>;

/** Paints a symbol in the colours of `palette`, its grid of 20 × 20 from where the context's origin is. */
export function paintSymbol(context: SymbolContext, name: SymbolName, variant: SymbolVariant, palette: Palette): void {
  context.lineJoin = "round";
  context.lineCap = "round";
  const colors = { symbol: palette[SYMBOL_COLORS[name]], paper: palette.halo, none: "" };
  for (const { d, fill, stroke, strokeWidth, dash } of symbolShapes(name, variant)) {
    const path = new Path2D(d);
    context.setLineDash(dash?.split(" ").map(Number) ?? []);
    context.lineWidth = strokeWidth;
    context.fillStyle = colors[fill];
    context.strokeStyle = colors[stroke];
    if (fill !== "none") context.fill(path);
    if (stroke !== "none") context.stroke(path);
  }
}

/** The side in px at which a symbol is meant to be drawn. */
export const symbolSize = ({ small = false }: SymbolVariant = {}): number => (small ? 13 : SYMBOL_GRID);

/** The name of a symbol's picture on a map: the same text for the same drawing, for instance `crossing.closed.hollow`. */
export function symbolImageId(name: SymbolName, variant: SymbolVariant = {}): string {
  const parts: string[] = [name];
  if (name === "crossing") parts.push(variant.gate ?? "open");
  if (name === "town") parts.push(String(variant.size ?? 2));
  if (variant.grade && variant.grade !== "plain") parts.push(variant.grade);
  if (variant.hollow) parts.push("hollow");
  if (variant.small) parts.push("small");
  return parts.join(".");
}

/** The inverse of `symbolImageId`, or null for a text that names no symbol. */
export function symbolFromImageId(id: string): { readonly name: SymbolName; readonly variant: SymbolVariant } | null {
  const [name = "", ...parts] = id.split(".");
  if (!Object.hasOwn(SYMBOL_COLORS, name)) return null;
  const has = (part: string) => parts.includes(part);
  const grade = (["single_source", "disputed", "unverified"] as const).find(has);
  const gate = (["open", "closed", "unknown"] as const).find(has);
  const size = ([1, 2, 3, 4] as const).find((number) => has(String(number)));
  return {
    name: name as SymbolName,
    variant: {
      ...(grade && { grade }),
      ...(gate && { gate }),
      ...(size && { size }),
      ...(has("hollow") && { hollow: true }),
      ...(has("small") && { small: true }),
    },
  };
}
