/** What a licence is called in full, and where its text stands. */
export interface Licence {
  readonly title: string;
  readonly path: string;
}

/** The licences that our data carry, by SPDX id. */
export const LICENCES: Readonly<Record<string, Licence>> = {
  "CC-BY-4.0": {
    title: "Creative Commons Attribution 4.0 International",
    path: "https://creativecommons.org/licenses/by/4.0/",
  },
  "ODbL-1.0": { title: "Open Database License 1.0", path: "https://opendatacommons.org/licenses/odbl/1-0/" },
  "CC0-1.0": {
    title: "Public domain (Creative Commons Zero 1.0 Universal)",
    path: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
};
