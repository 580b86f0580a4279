import { UsageError } from "./usage-error";

/** What was given to a command: flags by name without their dashes, and the rest in order. */
export interface Arguments {
  readonly flags: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/**
 * Reads `--name value` and `--name=value`. Every flag takes a value, which may begin with a minus sign (longitudes do).
 * Throws a UsageError for an unknown flag, a flag without value, one given twice, and too many other arguments.
 */
export function readArguments(given: readonly string[], known: readonly string[], mostRest: number): Arguments {
  const flags = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? "";
    if (!word.startsWith("--") || word === "--") {
      rest.push(word);
      continue;
    }
    const [, name = "", inline] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (!known.includes(name)) {
      throw new UsageError(`unknown flag: --${name} (known: ${known.map((flag) => `--${flag}`).join(", ")})`);
    }
    const value = inline ?? given[++index];
    if (value === undefined) throw new UsageError(`--${name}: needs a value`);
    if (flags.has(name)) throw new UsageError(`--${name}: given twice`);
    flags.set(name, value);
  }
  if (rest.length > mostRest) throw new UsageError(`unexpected argument: ${rest[mostRest]}`);
  return { flags, rest };
}

/** The value of a flag that must be there. */
export function needFlag({ flags }: Arguments, name: string): string {
  const value = flags.get(name);
  if (value === undefined) throw new UsageError(`--${name}: is missing`);
  return value;
}

/** A plain decimal number, as ASCII digits; NaN for anything else, “Infinity” and the empty text included. */
export function readNumber(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** The half-width in metres of a value in kilometres. */
export function readKilometers(text: string, flag: string): number {
  const kilometers = readNumber(text);
  if (Number.isNaN(kilometers)) throw new UsageError(`--${flag}: not a number of kilometres: ${text}`);
  return kilometers * 1000;
}

/** The position in `lon,lat`; whether it is in range the engine checks. */
export function readLonLat(text: string, flag: string): readonly [number, number] {
  const [lng = "", lat = "", ...more] = text.split(",");
  const position = [readNumber(lng), readNumber(lat)] as const;
  if (more.length > 0 || position.some(Number.isNaN)) {
    throw new UsageError(`--${flag}: not a position as LON,LAT in degrees: ${text}`);
  }
  return position;
}
