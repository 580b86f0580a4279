import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedText } from "../../src/state/published-text";

test("what somebody wrote is one line without controls, overrides and halves of characters", () => {
  expect(publishedText('  "A\u0007 line"\n and\tanother \u{1F9ED} ')).toBe('"A line" and another \u{1F9ED}');
  expect(publishedText("safe \u202Egnp.exe\u202C and \uD800half")).toBe("safe gnp.exe and half");
  // Marks and joiners that Persian and Urdu are written with stay.
  expect(publishedText("می\u200Cخواهم\u200F")).toBe("می\u200Cخواهم\u200F");
});

test("whatever was written can be published, and once more changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const published = publishedText(text);
      expect(published).not.toMatch(/\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(publishedText(published)).toBe(published);
    }),
  );
});
