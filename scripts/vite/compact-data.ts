import type { Plugin } from "vite";

interface EmittedFile {
  readonly type: "asset" | "chunk";
  readonly fileName: string;
  source?: string | Uint8Array;
}

/** Takes the line breaks and indents out of the JSON and GeoJSON files among `files`; their content stays the same. */
export function compactFiles(files: Iterable<EmittedFile>): void {
  for (const file of files) {
    if (file.type !== "asset" || file.source === undefined || !/\.(?:geo)?json$/.test(file.fileName)) continue;
    const text = typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source);
    file.source = JSON.stringify(JSON.parse(text));
  }
}

/** Ships data files without the white space that keeps them readable in the repository. */
export function compactData(): Plugin {
  return {
    name: "sarhad:compact-data",
    generateBundle: (_, bundle) => compactFiles(Object.values(bundle)),
  };
}
