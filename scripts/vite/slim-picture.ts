const NUMBER = /-?\d+(?:\.\d+)?/g;
const MARK = /<g id="([^"]+)" transform="translate\(-10 -10\)">/g;
const PLACED = / transform="translate\((\S+) (\S+)\) scale\(([\d.]+)\)"/;

const round = (text: string | undefined) => Math.round(Number(text));

/** A closed path of relative steps round a middle, as the circle that it stands for. */
function circleOf(path: string, rest: string): string {
  const [startX = 0, startY = 0, ...steps] = (path.match(NUMBER) ?? []).map(Number);
  const [xs, ys] = [[startX], [startY]];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    xs.push((xs.at(-1) ?? 0) + (steps[at] ?? 0));
    ys.push((ys.at(-1) ?? 0) + (steps[at + 1] ?? 0));
  }
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const radius = Math.round((right - left + bottom - top) / 4);
  return `<circle cx="${round(`${(left + right) / 2}`)}" cy="${round(`${(top + bottom) / 2}`)}" r="${radius}"${rest}/>`;
}

/**
 * A drawn map that stands only for a moment, in fewer letters: circles of doubt as circles, symbols scaled where they are
 * drawn and not where they stand, places to the nearest px, and no name that nothing refers to. Throws an Error when its
 * symbols are not all of one size.
 */
export function slimPicture(svg: string): string {
  const scales = new Set([...svg.matchAll(new RegExp(PLACED, "g"))].map(([, , , scale]) => scale));
  if (scales.size > 1) throw new Error(`the symbols of the picture have ${scales.size} sizes`);
  const [scale = "1"] = scales;
  const slim = svg
    .replaceAll(/<path d="(M[^"]*z)"((?: [\w-]+="[^"]*")* stroke-dasharray="3\.5 3"[^>]*)\/>/g, (_, path, rest) =>
      circleOf(path, rest),
    )
    .replaceAll(MARK, `<g id="$1" transform="scale(${scale.replace(/^0/, "")})translate(-10 -10)">`)
    .replaceAll(/<g>(<use [^>]*>)<\/g>/g, "$1")
    .replaceAll(new RegExp(PLACED, "g"), (_, x, y) => ` x="${round(x)}" y="${round(y)}"`)
    .replaceAll(/ (x|y)="(-?\d+\.\d+)"/g, (_, name, value) => ` ${name}="${round(value)}"`);
  return slim.replaceAll(/ id="([^"]+)"/g, (name, id) =>
    slim.includes(`#${id}"`) || slim.includes(`#${id})`) ? name : "",
  );
}
