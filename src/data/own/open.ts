import { openCsv } from "./csv-source";
import { refuseUtf16 } from "./decode";
import { openGeoJson, openNdjson } from "./geojson-source";
import { ImportError } from "./import-error";
import { byteLimit, type Format, LIMITS } from "./limits";
import type { Source } from "./source";

const ENDINGS: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:csv|tsv|tab|txt|psv)$/i, "csv"],
  [/\.(?:geojsonl|geojsons|ndjson|jsonl|geojsonseq|ndgeojson)$/i, "ndjson"],
  [/\.(?:geojson|json|topojson|topo)$/i, "geojson"],
  [/\.kml$/i, "kml"],
  [/\.kmz$/i, "kmz"],
  [/\.gpx$/i, "gpx"],
  [/\.fgb$/i, "flatgeobuf"],
];

const RECORD_SEPARATOR = "\u001e";
const HEAD_BYTES = 4096;

/** True when the second line begins another JSON value, as in one feature per line. */
const isOnePerLine = (head: string) => /^\s*\{.*\}\s*\n\s*\{/.test(head.replaceAll(RECORD_SEPARATOR, ""));

/** The format that the first bytes show, or null for a text that could be anything. */
function formatOfBytes(head: Uint8Array): Format | null {
  if (head[0] === 0x50 && head[1] === 0x4b) return "kmz";
  if (head[0] === 0x66 && head[1] === 0x67 && head[2] === 0x62) return "flatgeobuf";
  refuseUtf16(head);
  const text = new TextDecoder().decode(head).replace(/^\s+/, "");
  if (text.startsWith("<")) return /<gpx[\s>]/i.test(text) ? "gpx" : "kml";
  if (text.startsWith(RECORD_SEPARATOR)) return "ndjson";
  if (text.startsWith("{")) return isOnePerLine(text) ? "ndjson" : "geojson";
  return text.startsWith("[") ? "geojson" : null;
}

/**
 * Which format a file is in: its bytes say more than its name. Throws an ImportError when neither says it, and when the
 * file is larger than its format allows.
 */
export async function formatOf(blob: Blob, name: string): Promise<Format> {
  if (blob.size === 0) throw new ImportError("empty");
  if (blob.size > LIMITS.streamedBytes) throw new ImportError("too-large", String(LIMITS.streamedBytes));
  const shown = formatOfBytes(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
  const named = ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? null;
  // A first line longer than the head does not show whether another one follows.
  const format =
    shown === "geojson" && named === "ndjson"
      ? "ndjson"
      : (shown ?? (named === "csv" || named === null ? "csv" : named));
  if (blob.size > byteLimit(format)) throw new ImportError("too-large", String(byteLimit(format)));
  return format;
}

/** Opens a file of any known format. Rejects with an ImportError that says why it cannot be read. */
export async function openSource(blob: Blob, name: string): Promise<Source> {
  const format = await formatOf(blob, name);
  switch (format) {
    case "csv":
      return openCsv(blob);
    case "ndjson":
      return openNdjson(blob);
    case "geojson":
    case "topojson":
    case "esrijson":
      return openGeoJson(blob);
    case "kml":
    case "gpx":
      return (await import("./xml-source")).openXml(blob);
    case "kmz":
      return (await import("./kmz-source")).openKmz(blob);
    case "flatgeobuf":
      return (await import("./flatgeobuf-source")).openFlatGeobuf(blob);
  }
}
