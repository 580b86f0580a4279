import type { Scene } from "./scene";

/** Where a country's name may stand, best first: the first that lies in the picture is taken. */
const COUNTRIES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  IR: [
    [53.8, 32.9],
    [55.5, 32.3],
    [58.6, 30.4],
    [60.2, 27.6],
    [61.6, 28.1],
  ],
  PK: [
    [70.2, 30.2],
    [69.3, 30.2],
    [66.3, 28.9],
    [64.6, 28.2],
    [63.2, 26.6],
  ],
  AF: [
    [66, 33.6],
    [64.2, 31.2],
    [63.2, 30.2],
  ],
  OM: [
    [56.6, 21.6],
    [58.6, 22.9],
  ],
  AE: [[54.3, 23.6]],
  SA: [[46, 24]],
  IQ: [[43.6, 33]],
  SY: [[38.6, 35]],
  TR: [[35, 39]],
  TM: [[59, 39.2]],
  UZ: [[63.5, 41.6]],
  TJ: [[70.8, 38.6]],
  IN: [
    [77.5, 23],
    [73.4, 26.4],
  ],
  CN: [[88, 37]],
  KZ: [[68, 47.5]],
  AZ: [[47.6, 40.3]],
};

const SEAS: readonly { readonly key: string; readonly at: readonly (readonly [number, number])[] }[] = [
  {
    key: "picture.gulf-of-oman",
    at: [
      [59.2, 24.9],
      [60.2, 24.7],
    ],
  },
  {
    key: "picture.arabian-sea",
    at: [
      [63.2, 22.6],
      [63.4, 24.4],
    ],
  },
];

/** Codes of countries whose names stand on small-scale maps. */
const LARGE: ReadonlySet<string> = new Set(["IR", "PK", "AF", "IN", "SA", "TR", "CN", "KZ"]);

/** Whether a map seen at `zoom` has the name of a country of its own accord. */
export const isCountryNamed = (code: string, zoom: number): boolean =>
  zoom < 8 && (zoom > 4 ? code in COUNTRIES : LARGE.has(code));

/** Names of countries and seas, where the picture shows enough of them. */
export function labelCountries({ picture, frame, palette, labels }: Scene): void {
  const { language, translate, view } = picture;
  const isWide = view.camera.zoom < 8;
  const add = (say: () => string, at: readonly (readonly [number, number])[], isSea: boolean) => {
    const place = at.map((position) => frame.toPixel([...position])).find((pixel) => frame.holds(pixel, -34));
    if (!place || !isWide) return;
    const text = say();
    const isLatin = language === "en";
    labels.push({
      text: isLatin && !isSea ? text.toUpperCase() : text,
      x: place[0],
      y: place[1],
      gap: 0,
      size: isSea ? 13 : Math.min(17, 8 + Math.max(0, frame.camera.zoom) * 1.3),
      color: isSea ? palette.water : palette.muted,
      italic: isSea && isLatin,
      bold: !isSea && !isLatin,
      spaced: isLatin && !isSea,
      priority: isSea ? 30 : 80,
    });
  };
  for (const [code, at] of Object.entries(COUNTRIES)) {
    if (isCountryNamed(code, view.camera.zoom)) add(() => translate(`picture.country-${code}`), at, false);
  }
  for (const { key, at } of SEAS) if (view.camera.zoom > 4) add(() => translate(key), at, true);
}
