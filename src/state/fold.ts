import { asciiDigits } from "./digits";

/** Letters of Arabic script that readers type for one another, and what they are all searched as. */
const LETTERS: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ې: "ی",
  ے: "ی",
  ۓ: "ی",
  ك: "ک",
  ڪ: "ک",
  ہ: "ه",
  ھ: "ه",
  ۂ: "ه",
  ۃ: "ه",
  ە: "ه",
  ۀ: "ه",
  ة: "ه",
  آ: "ا",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ؤ: "و",
  ۆ: "و",
  ں: "ن",
  ٹ: "ت",
  ڈ: "د",
  ڑ: "ر",
};

const FOLDED_LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/**
 * `text` as it is searched: without accents, vowel marks, joiners and case, letters that stand for one another made one,
 * digits in ASCII, and everything but letters and digits turned into single spaces.
 */
export function fold(text: string): string {
  return asciiDigits(text.normalize("NFKC"))
    .replace(FOLDED_LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}|\u0640|\u200c|\u200d|['’ʻʼ`]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
