const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
/** Stands for no number: what is none may be any of many bits, as it was reckoned. */
const NO_NUMBER = -Number.MAX_VALUE;

/**
 * 53 bits of numbers and texts, by which rows that are the same are found (cyrb53, bryc, public domain). Between its
 * multiplications the bits of numbers are shifted too: else those that differ in their signs alone would be the same.
 */
export function fingerprint(numbers: readonly (number | undefined)[], texts: readonly string[]): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (const value of numbers) {
    number[0] = value === undefined || Number.isNaN(value) ? NO_NUMBER : value;
    for (const word of words) {
      low = Math.imul(low ^ word, 2_654_435_761);
      high = Math.imul(high ^ word, 1_597_334_677);
      low ^= low >>> 15;
      high ^= high >>> 15;
    }
  }
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 2_654_435_761);
      high = Math.imul(high ^ code, 1_597_334_677);
    }
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & high) + (low >>> 0);
}
