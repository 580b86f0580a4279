/** A font file below `fonts/`, and the characters it is fetched for. */
export interface FontFile {
  readonly file: string;
  readonly unicodeRange: readonly string[];
}

const LATIN = [
  "U+20-FF",
  "U+131",
  "U+152-153",
  "U+2BB-2BC",
  "U+2C6-2DC",
  "U+2010-206F",
  "U+20AC",
  "U+2122",
  "U+2190-22FF",
];
const LATIN_EXTENDED = ["U+100-130", "U+132-151", "U+154-2BA", "U+2BD-2C5", "U+300-36F", "U+1E00-1EFF"];
/** The renderer joins Arabic letters by naming their presentation forms, so those ranges belong here. */
const ARABIC = ["U+600-6FF", "U+750-77F", "U+200C-200F", "U+FB50-FDFF", "U+FE70-FEFF"];

/**
 * Fonts of labels on the WebGL map by the name a style's `text-font` uses, for its `font-faces`: Noto Sans with Noto Naskh
 * Arabic in every language. Nastaliq and Vazirmatn cannot serve there: both lack presentation forms that Urdu needs.
 */
export const MAP_FONTS = {
  Regular: [
    { file: "map-latin-400.woff2", unicodeRange: LATIN },
    { file: "map-latin-ext-400.woff2", unicodeRange: LATIN_EXTENDED },
    { file: "map-arabic-400.woff2", unicodeRange: ARABIC },
  ],
  Bold: [
    { file: "map-latin-600.woff2", unicodeRange: LATIN },
    { file: "map-latin-ext-600.woff2", unicodeRange: LATIN_EXTENDED },
    { file: "map-arabic-700.woff2", unicodeRange: ARABIC },
  ],
  Italic: [
    { file: "map-latin-italic-400.woff2", unicodeRange: LATIN },
    { file: "map-latin-ext-italic-400.woff2", unicodeRange: LATIN_EXTENDED },
    { file: "map-arabic-400.woff2", unicodeRange: ARABIC },
  ],
} as const satisfies Readonly<Record<string, readonly FontFile[]>>;

export type MapFont = keyof typeof MAP_FONTS;

/** `text` without the vowel marks that the map's renderer would draw apart from their letters. */
export const withoutVowelMarks = (text: string): string => text.normalize("NFC").replace(/[\u064B-\u0652\u0670]/g, "");
