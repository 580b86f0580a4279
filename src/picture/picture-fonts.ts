import type { Language } from "../data/text";

/** Font families of text in a picture, as the page names them. */
export const PICTURE_FONTS: Readonly<Record<Language, string>> = {
  en: "'Source Sans 3','Noto Naskh Arabic',system-ui,sans-serif",
  ur: "'Noto Naskh Arabic','Source Sans 3',system-ui,sans-serif",
  fa: "Vazirmatn,'Source Sans 3','Noto Naskh Arabic',system-ui,sans-serif",
};

/** Font families of titles in a picture. */
export const PICTURE_TITLE_FONTS: Readonly<Record<Language, string>> = {
  ...PICTURE_FONTS,
  en: "'Source Serif 4',Georgia,'Noto Naskh Arabic',serif",
};
