import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Source } from "../source";
import type { Chunks, ExportFormat, ExportItem, ExportSet, ExportTexts, FormatOptions, Provenance } from "./export-set";
import { originLines, originOf } from "./origin";

/** What the reader is handed: one file, or several in a zip. */
export interface Bundle {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: Chunks;
}

/** What to export and how. */
export interface ExportRequest {
  readonly items: readonly ExportItem[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly provenance: Provenance;
  readonly texts: ExportTexts;
  readonly format: ExportFormat;
  readonly options: FormatOptions;
}

/**
 * The records of each licence apart, by licence: what is under the ODbL never mixes with what is not. Each layer of the
 * reader's own stays by itself too, by its id.
 */
function setsOf({ items, sources, provenance, texts }: ExportRequest): ReadonlyMap<string, ExportSet> {
  const groups = new Map<string, ExportItem[]>();
  for (const item of items) {
    const key = item.layer.group === "own" ? item.layer.id : item.layer.licence;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const licence = group[0]?.layer.group === "own" ? null : key;
      return [key, { items: group, sources, provenance, texts, licence }];
    }),
  );
}

/** What is in the zip, from where and on what terms, for people. */
function* about(sets: Iterable<ExportSet>, files: readonly Bundle[]): Generator<string> {
  yield `${files.map(({ name }) => name).join("\n")}\n`;
  for (const set of sets) yield `\n${originLines(originOf(set)).join("\n")}\n`;
}

const bytesOf = (chunk: string | Uint8Array) => (typeof chunk === "string" ? strToU8(chunk) : chunk);

/** The files as a zip, made piece by piece. `day` is an ISO date: zips carry one, and the same export is the same zip. */
function* zipped(files: readonly Bundle[], day: string): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for (const { name, chunks } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    // Local noon of the day: zips know no time zone.
    entry.mtime = new Date(`${day}T12:00:00`);
    zip.add(entry);
    for (const chunk of chunks) {
      if (chunk !== "") entry.push(bytesOf(chunk));
      yield new Uint8Array(0);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/**
 * The bundle that answers `request`. Its name says data version, day and scope; where several licences or accompanying
 * files make several files, they come in a zip with a note of what is in it.
 */
export function bundle(request: ExportRequest): Bundle {
  const { provenance, format, options } = request;
  const stem = `sarhad-${provenance.dataVersion}-${provenance.retrieved}-${provenance.scope}`;
  const sets = setsOf(request);
  const files = [...sets].flatMap(([key, set]): Bundle[] =>
    format.write(set, options).map(({ part, extension, mediaType, chunks }) => {
      const words = [stem, sets.size > 1 ? key : null, part];
      return { name: `${words.filter((word) => word !== null).join("-")}.${extension}`, mediaType, chunks };
    }),
  );
  const [only, second] = files;
  if (only && !second) return only;
  const note = { name: "about.txt", mediaType: "text/plain;charset=utf-8", chunks: about(sets.values(), files) };
  return {
    name: `${stem}-${format.id}.zip`,
    mediaType: "application/zip",
    chunks: zipped([note, ...files], provenance.retrieved),
  };
}
