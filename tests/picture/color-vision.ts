/** Colour arithmetic for the tests: WCAG contrast, CIE Lab, and colour blindness after Machado, Oliveira and Fernandes 2009. */

type Triple = readonly [number, number, number];

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** Linear-light sRGB of “#RRGGBB”. */
export function linearRgb(hex: string): Triple {
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(1), part(3), part(5)];
}

/** Severity 1.0 matrices of Machado et al. 2009, table 1, for linear-light sRGB. */
const MATRICES: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const VISIONS = Object.keys(MATRICES);

function seen(color: Triple, vision: string): Triple {
  const rows = MATRICES[vision];
  if (!rows) throw new RangeError(`unknown vision: ${vision}`);
  const row = ([r, g, b]: Triple) => Math.min(1, Math.max(0, r * color[0] + g * color[1] + b * color[2]));
  return [row(rows[0]), row(rows[1]), row(rows[2])];
}

const cube = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);

/** CIE L*a*b* (D65) of “#RRGGBB” as seen with `vision`. */
export function lab(hex: string, vision = "normal"): Triple {
  const [r, g, b] = seen(linearRgb(hex), vision);
  const x = cube((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = cube(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = cube((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 colour difference of two colours as seen with `vision`. */
export function difference(a: string, b: string, vision = "normal"): number {
  const [from, to] = [lab(a, vision), lab(b, vision)];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}

/** WCAG 2 contrast ratio of two colours. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linearRgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  };
  const [first, second] = [luminance(a), luminance(b)];
  return Math.max(first, second) / Math.min(first, second);
}
