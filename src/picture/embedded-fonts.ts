import { escapeXml } from "./xml";

/** A face of the fonts that pictures name, as it can be carried in a file. */
export interface FontFace {
  readonly family: string;
  readonly weights: "400 500" | "600 700" | "400 700";
  /** Below `fonts/`. */
  readonly file: string;
  /** The characters it is there for. */
  readonly characters: RegExp;
  /** One of them. */
  readonly sample: string;
}

const LATIN = /[\u0020-\u00ff]/;
const LATIN_EXTENDED = /[\u0100-\u02ff\u1e00-\u1eff]/;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f]/;

/** Faces of the page's fonts, in the order in which a picture's font families name them. */
const FACES: readonly FontFace[] = [
  { family: "Source Sans 3", weights: "400 500", file: "source-sans-latin-400.woff2", characters: LATIN, sample: "a" },
  { family: "Source Sans 3", weights: "600 700", file: "source-sans-latin-600.woff2", characters: LATIN, sample: "a" },
  {
    family: "Source Sans 3",
    weights: "400 700",
    file: "source-sans-latin-ext-400.woff2",
    characters: LATIN_EXTENDED,
    sample: "ā",
  },
  {
    family: "Source Serif 4",
    weights: "400 700",
    file: "source-serif-latin-600.woff2",
    characters: LATIN,
    sample: "a",
  },
  {
    family: "Source Serif 4",
    weights: "400 700",
    file: "source-serif-latin-ext-600.woff2",
    characters: LATIN_EXTENDED,
    sample: "ā",
  },
  { family: "Vazirmatn", weights: "400 500", file: "vazirmatn-400.woff2", characters: ARABIC, sample: "ا" },
  { family: "Vazirmatn", weights: "600 700", file: "vazirmatn-700.woff2", characters: ARABIC, sample: "ا" },
  { family: "Noto Naskh Arabic", weights: "400 500", file: "naskh-400.woff2", characters: ARABIC, sample: "ا" },
  { family: "Noto Naskh Arabic", weights: "600 700", file: "naskh-700.woff2", characters: ARABIC, sample: "ا" },
];

/** Ranges of characters as CSS writes them, for faces of one family that share the work. */
const RANGES: ReadonlyMap<RegExp, string> = new Map([
  [LATIN, "U+20-FF,U+131,U+152-153,U+2BB-2BC,U+2C6-2DC,U+2010-206F,U+20AC,U+2122,U+2190-22FF"],
  [LATIN_EXTENDED, "U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+300-36F,U+1E00-1EFF"],
  [ARABIC, "U+20-2F,U+3A-3B,U+A0,U+AB,U+BB,U+600-6FF,U+750-77F,U+200C-200F,U+2013-2026,U+FDFC"],
]);

/** Texts of a picture by the kind of script: what no face is needed for is not carried. */
const textsOf = (svg: string) => [...svg.matchAll(/>([^<]+)</g)].map(([, text = ""]) => text).join("");

/** The faces that the texts of a picture need: those of the families it names, for the scripts and weights it uses. */
export function facesFor(svg: string): readonly FontFace[] {
  const text = textsOf(svg);
  const isBold = svg.includes('font-weight="');
  const named = (family: string) => svg.includes(`${family}`);
  // A family that stands behind another of the same script is not reached.
  const arabic = /font-family="[^"]*?(Vazirmatn|Noto Naskh Arabic)/.exec(svg)?.[1];
  return FACES.filter(({ family, weights, characters }) => {
    if (!named(family) || !characters.test(text)) return false;
    if (characters === ARABIC && family !== arabic) return false;
    return isBold || weights !== "600 700";
  });
}

/** `@font-face` rules in which each font is its own address; `base64Of` answers a font file in base64. */
export function fontFaceRules(faces: readonly FontFace[], base64Of: (file: string) => string): string {
  return faces
    .map(({ family, weights, file, characters }) =>
      [
        "@font-face{",
        `font-family:"${family}";font-weight:${weights};`,
        `src:url(data:font/woff2;base64,${base64Of(file)}) format("woff2");`,
        `unicode-range:${RANGES.get(characters)}}`,
      ].join(""),
    )
    .join("");
}

/** `svg` with style rules of its own: for files, never for a page of strict policy. */
export const withStyle = (svg: string, rules: string): string =>
  rules === "" ? svg : svg.replace("<defs>", () => `<defs><style>${escapeXml(rules)}</style>`);
