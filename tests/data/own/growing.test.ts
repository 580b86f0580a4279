import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textAt } from "../../../src/data/own/columns";
import { fingerprint } from "../../../src/data/own/fingerprint";
import { GrowingBlob, GrowingTexts } from "../../../src/data/own/growing";

/** Short and long texts, halves of characters that must not meet, and letters of two and three bytes. */
const texts = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "plain", "\ud83d", "\ude00", "میرجاوه", "é".repeat(20_000), "x".repeat(40_000)),
  ),
  { maxLength: 700 },
);
/** What a text is once it has been bytes: half a character becomes the sign for one that is unknown. */
const asRead = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

describe("texts that are gathered as bytes", () => {
  it("come back one by one as they were", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const growing = new GrowingTexts();
        for (const text of all) growing.push(text);
        const column = growing.take();
        expect(all.map((_, row) => textAt(column, row))).toEqual(all.map(asRead));
      }),
      { numRuns: 30 },
    );
  });

  it("come back from a blob as well, also where one alone is larger than its parts", async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(2), async (some, huge) => {
        const all = [
          ...some,
          ..."abc"
            .slice(0, huge)
            .split("")
            .map((letter) => letter.repeat(1_500_000)),
          "end",
        ];
        const growing = new GrowingBlob();
        for (const text of all) growing.push(text);
        const { blob, ends } = growing.take();
        const bytes = new Uint8Array(await blob.arrayBuffer());
        const read = all.map((_, row) => new TextDecoder().decode(bytes.subarray(ends[row - 1] ?? 0, ends[row])));
        expect(read).toEqual(all.map(asRead));
      }),
      { numRuns: 10 },
    );
  });
});

describe("fingerprints of rows", () => {
  it("tell apart what differs in its signs alone, or in which number is where", () => {
    const rows = [
      [61.5, 25.25],
      [-61.5, -25.25],
      [61.5, -25.25],
      [-61.5, 25.25],
      [25.25, 61.5],
    ] as const;
    expect(new Set(rows.map((row) => fingerprint([...row, undefined], ["", "[]"]))).size).toBe(rows.length);
  });

  it("are the same for what is no number, whatever its bits are", () => {
    // The quiet ones of IEEE 754, with and without the sign, and one with a payload.
    const bits = [0x7ff8_0000_0000_0000n, 0xfff8_0000_0000_0000n, 0x7ff8_0000_0000_0001n];
    const none = [...new Float64Array(BigUint64Array.from(bits).buffer), undefined];
    expect(new Set(none.map((value) => fingerprint([value, 27], ["[]"]))).size).toBe(1);
  });

  it("differ for numbers that differ", () => {
    const number = fc.double({ noNaN: true, min: -180, max: 180 });
    fc.assert(
      fc.property(fc.tuple(number, number), fc.tuple(number, number), (one, other) => {
        const isSame = one.every((value, at) => Object.is(value, other[at]));
        expect(fingerprint(one, [""]) === fingerprint(other, [""])).toBe(isSame);
      }),
      { numRuns: 2000 },
    );
  });
});
