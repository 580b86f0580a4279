import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** Files by their path in an archive. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What is compressed already gains nothing from a second time. */
const COMPRESSED = /\.(png|fgb|zip)$/;

/** The files as one zip. `day`, an ISO date, is written on each: the same files of a day are the same zip. */
export function zipOf(files: Files, day: string): Uint8Array {
  // Noon of the day where the reader is: zips know no time zone.
  const mtime = new Date(`${day}T12:00:00`);
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    entries[path] = [bytes, { mtime, level: COMPRESSED.test(path) ? 0 : 6 }];
  }
  return zipSync(entries);
}

/** The files of a zip. Throws an Error when it is none. */
export const unzipped = (zip: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(zip);
