/**
 * The subpaths of an SVG path made of straight strokes (M, L, H, V, Z, absolute or relative), in the drawing's units.
 * Throws for any other stroke.
 */
export function pathRings(path: string): [number, number][][] {
  const tokens = path.match(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? [];
  const rings: [number, number][][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let stroke = "";
  let at = 0;
  const next = () => Number(tokens[at++]);
  while (at < tokens.length) {
    if (/^[A-Za-z]$/.test(tokens[at] ?? "")) stroke = tokens[at++] ?? "";
    const isRelative = stroke === stroke.toLowerCase();
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    switch (stroke.toUpperCase()) {
      case "Z":
        [x, y] = [startX, startY];
        continue;
      case "M":
        [x, y] = [fromX + next(), fromY + next()];
        [startX, startY] = [x, y];
        rings.push([]);
        // Further pairs after a move are lines.
        stroke = isRelative ? "l" : "L";
        break;
      case "L":
        [x, y] = [fromX + next(), fromY + next()];
        break;
      case "H":
        x = fromX + next();
        break;
      case "V":
        y = fromY + next();
        break;
      default:
        throw new Error(`a path with the stroke ${stroke} is not made of straight lines`);
    }
    rings.at(-1)?.push([x, y]);
  }
  return rings;
}
