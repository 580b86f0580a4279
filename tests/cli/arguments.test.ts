import fc from "fast-check";
import { expect, it } from "vitest";
import { readArguments, readLonLat, readNumber } from "../../src/cli/arguments";
import { UsageError } from "../../src/cli/usage-error";

const KNOWN = ["from", "to", "width"];
const word = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "--from",
    "--to=",
    "--width=5",
    "--",
    "-1,2",
    "--FROM",
    "--=",
    "--constructor",
    "--__proto__=1",
    "NaN",
  ),
);

it("any command line is read or refused with a reason, and flags mean what was written", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      try {
        const { flags, rest } = readArguments(words, KNOWN, 2);
        expect([...flags.keys()].every((name) => KNOWN.includes(name))).toBe(true);
        expect(rest.length).toBeLessThanOrEqual(2);
        for (const value of [...flags.values(), ...rest]) {
          expect(words.some((given) => given === value || given.endsWith(`=${value}`))).toBe(true);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect((error as Error).message).not.toBe("");
      }
    }),
  );
});

it("flags in either form come back as they were given, negative longitudes too", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...KNOWN), fc.string()), { selector: ([name]) => name, maxLength: 3 }),
      fc.boolean(),
      (pairs, isInline) => {
        const words = pairs.flatMap(([name, value]) => (isInline ? [`--${name}=${value}`] : [`--${name}`, value]));
        expect([...readArguments(words, KNOWN, 0).flags]).toEqual(pairs);
      },
    ),
  );
});

it("numbers are plain decimals, and positions are two of them", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      // Written out, −0 is 0.
      expect(readNumber(String(value))).toBe(value + 0);
    }),
  );
  for (const text of ["", " ", "1e", "0x10", "Infinity", "NaN", "١٢", "1,5", "--1"]) expect(readNumber(text)).toBeNaN();
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(readLonLat(text, "from").every(Number.isFinite)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
  );
});
