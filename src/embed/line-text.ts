/** Every character holds five bits, the lowest first, and the sixth tells that more follow (Encoded Polyline Format). */
const FIRST_CHARACTER = 63;

/** The whole numbers that a text of `textOfNumbers` holds. */
export function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const bits = text.charCodeAt(at) - FIRST_CHARACTER;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** Whole numbers from −2^29 to 2^29 as text, a character for each that is small. */
export function textOfNumbers(numbers: readonly number[]): string {
  let text = "";
  for (const number of numbers) {
    let rest = number < 0 ? ~(number << 1) : number << 1;
    for (; rest >= 32; rest >>= 5) text += String.fromCharCode((32 | (rest & 31)) + FIRST_CHARACTER);
    text += String.fromCharCode(rest + FIRST_CHARACTER);
  }
  return text;
}
