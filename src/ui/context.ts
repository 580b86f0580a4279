import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { LocalizedText } from "../data/text";
import { translationOf } from "../data/translations";
import { asciiDigits } from "../state/digits";
import { formatDate, formatLength, formatNumber } from "../state/language/format";
import { textIn } from "../state/language/translate";
import type { Page, PageSpeech } from "../state/page";
import type { Shell } from "./shell";

/** What every panel can reach. */
export interface Atlas {
  readonly page: Page;
  readonly shell: Shell;
}

export const AtlasContext = createContext<Atlas | null>(null);

/** The page and the shell; throws outside of the app. */
export function useAtlas(): Atlas {
  const atlas = useContext(AtlasContext);
  if (!atlas) throw new Error("a panel was drawn outside of the app");
  return atlas;
}

/** The language being read, with numbers, dates and lengths as the reader wants them. */
export interface Voice extends PageSpeech {
  text(text: LocalizedText): string;
  /** A text that records carry in English, in the reader's language; null where there is no translation. */
  translation(english: string): string | null;
  number(value: number, decimals?: number): string;
  /** A year, month or day; Persian has the Solar Hijri date with the Gregorian one beside it. */
  date(isoDate: string): string;
  length(meters: number, uncertaintyMeters?: number): string;
}

/** The language being read on `page` and its formats; null before the first catalogue has arrived. */
export function voiceOf(page: Page): Voice | null {
  const speech = page.speech.value;
  if (!speech) return null;
  const { language, translate, translations } = speech;
  const { digits, unit } = page.model.settings.value;
  const written = (text: string) => (digits === "latin" ? asciiDigits(text) : text);
  return {
    language,
    translate,
    translations,
    text: (text) => written(textIn(text, language)),
    translation(english) {
      const own = translationOf(translations, english);
      return own === null ? null : written(own);
    },
    number: (value, decimals = 0) => formatNumber(value, language, decimals, digits),
    date: (isoDate) => formatDate(isoDate, language, digits),
    length: (meters, uncertaintyMeters = 0) =>
      formatLength(meters, translate, language, { unit, uncertaintyMeters, digits }),
  };
}

/** The reader's language and formats. Components that use it are drawn again when either changes. */
export function useVoice(): Voice {
  const voice = voiceOf(useAtlas().page);
  if (!voice) throw new Error("a panel was drawn before its language had arrived");
  return voice;
}
