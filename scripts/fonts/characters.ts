/** Every character from `first` to `last`, both included, as code points. */
const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");

const PUNCTUATION = "‐‑–—‘’‚“”„†‡•…‰′″‹›€™←↑→↓−∕≈≤≥√×÷";

/** Basic Latin, Latin-1 and the punctuation of running text. */
export const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœʻʼˆ˚˜${PUNCTUATION}`;

/** Latin letters of transliterations and of gazetteers: Extended-A, the dotted and barred consonants, ʿ and ʾ. */
export const LATIN_EXTENDED = `${range(0x100, 0x17f)}ȘșȚțʿʾ̧̱̣ḆḇḌḍḎḏḠḡḤḥḨḩḪḫḲḳṆṇṉṚṛṢṣṬṭṮṯẒẓẔẕẖ`;

/** Letters of Arabic, Persian, Urdu and Balochi, vowel marks, digits of both series, punctuation, and the joiners. */
export const ARABIC = [
  "ءآأؤإئابتثجحخدذرزسشصضطظعغـفقكلمنهوىيٱٹٺپچڈڑڕڙژڤکگڵںڻھۀہۂۃۄۅۆۇۋیېێےۓەۏݔݕݐ",
  range(0x64b, 0x658),
  "ٰ",
  range(0x660, 0x669),
  range(0x6f0, 0x6f9),
  "،؛؟؍٪٫٬٭۔﷼ؓؐؑؒ",
  "\u200c\u200d\u200e\u200f",
  " \u00a0!()[]«».,:;-–—/…",
].join("");

/** The joined shapes of Arabic letters: the map's renderer names them by their own code points. */
export const PRESENTATION_FORMS = `${range(0xfb50, 0xfbff)}ﷲ${range(0xfe70, 0xfefc)}`;

/** Latin letters of slanted labels: names of waters and of places known only roughly. */
export const LATIN_EXTENDED_BRIEF = "ĀāĒēĪīŌōŪūŞşŢţŠšŽžČčĞğİıʿʾḨḩḤḥṢṣṬṭẔẕḌḍ";

/** The letters of the atlas's own name and of what Urdu and Persian call themselves: on every page, in every language. */
export const NAMES = "سرحد اردو فارسی";
