import { Unzip, UnzipInflate } from "fflate";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import type { Source } from "./source";
import { openXmlFiles } from "./xml-source";

/** What a Mac puts into an archive beside each file: no KML, whatever it is called. */
const SHADOW = /(?:^|\/)(?:__MACOSX\/|\._)/;
const STEP_BYTES = 64 * 1024;

/** The parts of a file as one. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Inflates step by step, counting what comes out, whatever the archive says of itself; answers its KML files, doc.kml first. */
function inflateKml(archive: Uint8Array): readonly [Uint8Array, ...Uint8Array[]] {
  let [entries, inflated] = [0, 0];
  let failure: ImportError | null = null;
  const files = new Map<string, Uint8Array[]>();
  const unzip = new Unzip((file) => {
    entries++;
    if (entries > LIMITS.zipEntries) {
      failure ??= new ImportError("zip-entries", String(LIMITS.zipEntries));
      return;
    }
    if (!/\.kml$/i.test(file.name) || SHADOW.test(file.name)) return;
    const parts: Uint8Array[] = [];
    files.set(file.name, parts);
    file.ondata = (error, data) => {
      if (error) {
        failure ??= new ImportError("zip-broken", error.message);
        return;
      }
      inflated += data.length;
      if (inflated > LIMITS.zipBytes) failure ??= new ImportError("zip-too-large");
      else if (inflated > STEP_BYTES && inflated > archive.length * LIMITS.zipRatio) {
        failure ??= new ImportError("zip-ratio", String(LIMITS.zipRatio));
      } else parts.push(data);
      if (failure) throw failure;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length && !failure; at += STEP_BYTES) {
      unzip.push(archive.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= archive.length);
    }
  } catch (error) {
    failure ??= new ImportError("zip-broken", error instanceof Error ? error.message : "");
  }
  if (failure) throw failure;
  const inOrder = [...files].sort(([a], [b]) => Number(b === "doc.kml") - Number(a === "doc.kml"));
  const [first, ...further] = inOrder.map(([, parts]) => joined(parts));
  if (!first) throw new ImportError(entries === 0 ? "zip-broken" : "zip-no-kml");
  return [first, ...further];
}

/** Opens zipped KML. */
export async function openKmz(blob: Blob): Promise<Source> {
  const [first, ...further] = inflateKml(new Uint8Array(await blob.arrayBuffer()));
  const source = openXmlFiles(first, further);
  return { ...source, preview: { ...source.preview, format: "kmz" } };
}
