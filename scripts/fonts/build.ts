import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { ARABIC, LATIN, LATIN_EXTENDED, LATIN_EXTENDED_BRIEF, NAMES, PRESENTATION_FORMS } from "./characters";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TARGET = join(ROOT, "public/fonts");

/** One file of public/fonts: which package file it is cut from, and which characters it keeps. */
interface Cut {
  readonly from: `${string}/${string}`;
  readonly characters: string;
  /** The map's renderer joins letters itself and never reads the layout tables. */
  readonly withoutLayout?: true;
}

const CUTS: Readonly<Record<string, Cut>> = {
  "map-latin-400": { from: "noto-sans/latin-400-normal", characters: LATIN, withoutLayout: true },
  "map-latin-ext-400": { from: "noto-sans/latin-ext-400-normal", characters: LATIN_EXTENDED, withoutLayout: true },
  "map-arabic-400": {
    from: "noto-naskh-arabic/arabic-400-normal",
    characters: ARABIC + PRESENTATION_FORMS,
    withoutLayout: true,
  },
  "map-latin-600": { from: "noto-sans/latin-600-normal", characters: LATIN, withoutLayout: true },
  "map-latin-ext-600": { from: "noto-sans/latin-ext-600-normal", characters: LATIN_EXTENDED, withoutLayout: true },
  "map-arabic-700": {
    from: "noto-naskh-arabic/arabic-700-normal",
    characters: ARABIC + PRESENTATION_FORMS,
    withoutLayout: true,
  },
  "map-latin-italic-400": { from: "noto-sans/latin-400-italic", characters: LATIN, withoutLayout: true },
  "map-latin-ext-italic-400": {
    from: "noto-sans/latin-ext-400-italic",
    characters: LATIN_EXTENDED_BRIEF,
    withoutLayout: true,
  },
  "source-sans-latin-400": { from: "source-sans-3/latin-400-normal", characters: LATIN },
  "source-sans-latin-600": { from: "source-sans-3/latin-600-normal", characters: LATIN },
  "source-sans-latin-ext-400": { from: "source-sans-3/latin-ext-400-normal", characters: LATIN_EXTENDED },
  "source-serif-latin-600": { from: "source-serif-4/latin-600-normal", characters: LATIN },
  "source-serif-latin-ext-600": { from: "source-serif-4/latin-ext-600-normal", characters: LATIN_EXTENDED },
  "vazirmatn-400": { from: "vazirmatn/arabic-400-normal", characters: ARABIC },
  "vazirmatn-700": { from: "vazirmatn/arabic-700-normal", characters: ARABIC },
  "naskh-400": { from: "noto-naskh-arabic/arabic-400-normal", characters: ARABIC },
  "naskh-700": { from: "noto-naskh-arabic/arabic-700-normal", characters: ARABIC },
  "names-700": { from: "noto-naskh-arabic/arabic-700-normal", characters: NAMES },
  "nastaliq-400": { from: "noto-nastaliq-urdu/arabic-400-normal", characters: ARABIC },
};

/** Writes the fonts and the licence of each family; the same packages give the same bytes. */
async function build(): Promise<void> {
  mkdirSync(TARGET, { recursive: true });
  for (const old of readdirSync(TARGET)) rmSync(join(TARGET, old));
  for (const [name, { from, characters, withoutLayout }] of Object.entries(CUTS)) {
    const [family = "", face = ""] = from.split("/");
    const folder = join(ROOT, "node_modules/@fontsource", family);
    const cut = await subsetFont(readFileSync(join(folder, "files", `${family}-${face}.woff2`)), characters, {
      targetFormat: "woff2",
      ...(withoutLayout && { noLayoutClosure: true, dropTables: ["GSUB", "GPOS", "GDEF"] }),
    });
    writeFileSync(join(TARGET, `${name}.woff2`), cut);
    copyFileSync(join(folder, "LICENSE"), join(TARGET, `OFL-${family}.txt`));
    console.log(`${name}.woff2 ${cut.length} bytes`);
  }
}

await build();
