import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { FeatureIntake, sampleOf, suggestFromFields } from "./feature-intake";
import { checkFraming } from "./flatgeobuf-framing";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import { isForbiddenKey } from "./safe-json";
import { type OnProgress, SAMPLE_ROWS, type Source } from "./source";

const ROWS_PER_STEP = 1_000;

const failure = (error: unknown) => new ImportError("not-flatgeobuf", error instanceof Error ? error.message : "");

/** The coordinate system that the header names; null for none and for WGS84. */
function crsOf(header: HeaderMeta | null): string | null {
  const code = header?.crs?.code;
  return code === undefined || code === 0 || code === 4326 ? null : `EPSG:${code}`;
}

/** Opens a FlatGeobuf file, which is read as it streams. */
export async function openFlatGeobuf(blob: Blob): Promise<Source> {
  const first: unknown[] = [];
  let announced: HeaderMeta | null = null;
  try {
    const options = { headerMetaFn: (meta: HeaderMeta) => (announced = meta) };
    for await (const feature of deserialize(blob.stream(), options)) {
      first.push(feature);
      if (first.length === SAMPLE_ROWS) break;
    }
  } catch (error) {
    throw failure(error);
  }
  const meta = announced as HeaderMeta | null;
  if (!meta) throw new ImportError("not-flatgeobuf");
  await checkFraming(blob, meta);
  if (first.length === 0) throw new ImportError("no-rows");
  // The header knows also those columns that the first features leave empty.
  const fields = meta.columns?.map(({ name }) => name) ?? [];
  // The library writes columns into plain objects, which would not keep these.
  const forbidden = fields.find(isForbiddenKey);
  if (forbidden !== undefined) throw new ImportError("forbidden-key", forbidden);
  const read = async (mapping: Source["preview"]["suggested"], onProgress: OnProgress) => {
    const taking = new FeatureIntake(mapping, fields, LIMITS.streamedFeatures);
    let header: HeaderMeta | null = null;
    let count = 0;
    try {
      const options = { headerMetaFn: (meta: HeaderMeta) => (header = meta) };
      for await (const feature of deserialize(blob.stream(), options)) {
        taking.take({ type: "Feature", geometry: feature.geometry, properties: feature.properties });
        if (++count % ROWS_PER_STEP === 0) onProgress(count, header ? (header as HeaderMeta).featuresCount : count);
      }
    } catch (error) {
      throw failure(error);
    }
    // A file that is cut off ends without a word from the library.
    const whole = (header as HeaderMeta | null)?.featuresCount ?? 0;
    if (count < whole) throw new ImportError("not-flatgeobuf", `${count} / ${whole}`);
    return { intake: taking.intake, fields: null, crs: crsOf(header) };
  };
  const preview = {
    format: "flatgeobuf",
    fields,
    sample: sampleOf(first, fields),
    suggested: suggestFromFields(fields),
    needsPosition: false,
  } as const;
  return { preview, read };
}
