import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../src/data/language";
import { formatDate, formatLength, formatNumber } from "../../../src/state/language/format";
import { listText } from "../../../src/state/language/list-text";
import { numberText, pluralOf } from "../../../src/state/language/number-text";
import { formatPeriod } from "../../../src/state/language/period";
import { formatPosition } from "../../../src/state/language/position";
import { type Digits, LOCALES, localeOf, translator } from "../../../src/state/language/translate";
import { decode, encode } from "../../../src/state/permalink";
import { START_VIEW } from "../../../src/state/view";

const catalogue = (language: Language) =>
  JSON.parse(readFileSync(`src/state/language/catalogue/${language}.json`, "utf8"));
const PERSIAN = /[۰-۹]/;
const LATIN = /[0-9]/;
const ARABIC_INDIC = /[٠-٩]/;
const FOREIGN_DIGITS = /[۰-۹٠-٩٫٬]/;
const EITHER: readonly Digits[] = ["auto", "latin"];
const days = fc
  .date({ min: new Date("1870-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("dates", () => {
  // Beginnings of Solar Hijri years by the calendar of Iran, and days of the records, reckoned by hand.
  it.each([
    ["2024-03-20", "۱ فروردین ۱۴۰۳", "۲۰ مارس ۲۰۲۴"],
    ["2025-03-21", "۱ فروردین ۱۴۰۴", "۲۱ مارس ۲۰۲۵"],
    ["2026-03-21", "۱ فروردین ۱۴۰۵", "۲۱ مارس ۲۰۲۶"],
    ["1979-02-11", "۲۲ بهمن ۱۳۵۷", "۱۱ فوریهٔ ۱۹۷۹"],
    ["2024-01-16", "۲۶ دی ۱۴۰۲", "۱۶ ژانویهٔ ۲۰۲۴"],
  ])("%s is in Persian the Solar Hijri day with the Gregorian one beside it", (day, solar, gregorian) => {
    const shown = formatDate(day, "fa");
    expect(shown.startsWith(solar)).toBe(true);
    expect(shown).toBe(`${solar} (${gregorian})`);
  });

  it("of a period have the Gregorian days once, within one pair of brackets", () => {
    const { from, to } = formatPeriod({ from: "2024-01-01", to: "2024-01-31" }, "fa");
    expect(from).toBe("۱۱ دی ۱۴۰۲");
    expect(to).toMatch(/^۱۱ بهمن ۱۴۰۲ \(۱.*۳۱ ژانویهٔ? ۲۰۲۴\)$/);
    expect(formatPeriod({ from: "2024-01-01", to: "2024-01-31" }, "en")).toEqual({
      from: "1 January 2024",
      to: "31 January 2024",
    });
  });

  it("are Gregorian in Urdu, in Latin digits", () => {
    expect(formatDate("2024-01-16", "ur")).toBe("16 جنوری، 2024");
  });

  it("have the digits of the language, or Latin ones when the reader wants them, on every day", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(formatDate(day, "fa")).not.toMatch(LATIN);
        for (const language of LANGUAGES) expect(formatDate(day, language, "latin")).not.toMatch(FOREIGN_DIGITS);
        expect(formatDate(day, "ur")).not.toMatch(FOREIGN_DIGITS);
      }),
    );
  });
});

describe("numbers and lengths", () => {
  it("that need no format are what one would make of them", () => {
    for (const language of LANGUAGES) {
      for (const [digits, locale] of [
        ["auto", { en: "en-GB", ur: "ur-PK-u-nu-latn", fa: "fa-IR-u-nu-arabext" }[language]],
        ["latin", { en: "en-GB", ur: "ur-PK-u-nu-latn", fa: "fa-IR-u-nu-latn" }[language]],
      ] as const) {
        const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
        for (let value = 0; value <= 1200; value++) {
          expect(formatNumber(value, language, 0, digits)).toBe(format.format(value));
        }
      }
    }
  });

  const translators = Object.fromEntries(
    LANGUAGES.map((language) => [language, translator(catalogue(language), language)]),
  );

  it("have one kind of digit each", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2e6, noNaN: true }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...EITHER),
        fc.constantFrom("km", "mi", "nmi" as const),
        (meters, language, digits, unit) => {
          const translate = translators[language];
          if (!translate) throw new Error(language);
          const texts = [
            formatNumber(meters, language, 1, digits),
            formatLength(meters, translate, language, { unit, digits }),
          ];
          for (const text of texts) {
            expect(text).not.toMatch(ARABIC_INDIC);
            expect(PERSIAN.test(text)).toBe(language === "fa" && digits === "auto");
            expect(LATIN.test(text)).toBe(language !== "fa" || digits === "latin");
          }
        },
      ),
    );
  });
});

describe("what machines read", () => {
  it("is in ASCII in every language: copied coordinates and links", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.double({ min: 0, max: 18, noNaN: true }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom(...LANGUAGES),
        fc.tuple(days, days),
        (lng, lat, zoom, radius, language, ends) => {
          const [from = "", to = ""] = [...ends].sort();
          expect(formatPosition([lng, lat], radius)).toMatch(/^-?\d+\.\d+, -?\d+\.\d+$/);
          const view = {
            ...START_VIEW,
            camera: { zoom, lat, lng, bearing: 0, pitch: 0 },
            language,
            period: { from, to },
            measure: [[lng, lat] as const],
            corridors: [{ along: "border", halfWidthMeters: 25_000 }],
          };
          const link = encode(view);
          expect(link).toMatch(/^[\x20-\x7e]+$/);
          expect(encode(decode(link))).toBe(link);
        },
      ),
    );
  });
});

it("lists are written as the browser's own lists write them", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 6 }), fc.constantFrom(...LANGUAGES), (texts, language) => {
      expect(listText(texts, language)).toBe(new Intl.ListFormat(LOCALES[language]).format(texts));
    }),
  );
});

describe("numbers in messages", () => {
  const numbers = fc.oneof(
    fc.integer({ min: -3, max: 1100 }),
    fc.maxSafeNat(),
    fc.double({ min: -2, max: 3, noNaN: true }),
    fc.constantFrom(0.5, 1.5, 1e6, 1234.5678),
  );
  it("are written as the browser's own formats write them", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...LANGUAGES), fc.constantFrom(...EITHER), (value, language, digits) => {
        const number = Object.is(value, -0) ? 0 : value;
        const locale = localeOf(language, digits);
        expect(numberText(number, locale)).toBe(new Intl.NumberFormat(locale).format(number));
      }),
    );
  });

  it("choose the plural that the browser's own rules choose", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...LANGUAGES), (value, language) => {
        // The rules go by what is written: 1.0001 is written as 1.
        const written = Math.round(value * 1000) / 1000;
        expect(pluralOf(written, LOCALES[language])).toBe(new Intl.PluralRules(LOCALES[language]).select(written));
      }),
    );
  });
});
