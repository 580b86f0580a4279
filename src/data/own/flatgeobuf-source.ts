import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { FeatureIntake, sampleOf, suggestFromFields } from "./feature-intake";
import { featureOf, type RawFeature } from "./flatgeobuf-feature";
import { featureParts, type Opened, openParts } from "./flatgeobuf-parts";
import { ImportError } from "./import-error";
import { LIMITS } from "./limits";
import { isForbiddenKey } from "./safe-json";
import { type OnProgress, SAMPLE_ROWS, type Source } from "./source";

const ROWS_PER_STEP = 1_000;

/** What the library throws at damaged bytes, in words of our own. */
const failure = (error: unknown) =>
  error instanceof ImportError ? error : new ImportError("not-flatgeobuf", error instanceof Error ? error.message : "");

/** The coordinate system that the header names; null for none and for WGS84. */
function crsOf(header: HeaderMeta): string | null {
  const code = header.crs?.code;
  return code === undefined || code === 0 || code === 4326 ? null : `EPSG:${code}`;
}

/** Every feature in turn. Throws an ImportError where the file is damaged or cut off. */
async function* featuresOf(blob: Blob, { header, featuresAt }: Opened): AsyncGenerator<RawFeature> {
  try {
    for await (const part of featureParts(blob, featuresAt)) yield featureOf(part, header);
  } catch (error) {
    throw failure(error);
  }
}

/** Opens a FlatGeobuf file, which is read as it streams. */
export async function openFlatGeobuf(blob: Blob): Promise<Source> {
  const opened = await openParts(blob).catch((error: unknown) => {
    throw failure(error);
  });
  const { header } = opened;
  const first: RawFeature[] = [];
  for await (const feature of featuresOf(blob, opened)) {
    first.push(feature);
    if (first.length === SAMPLE_ROWS) break;
  }
  if (first.length === 0) throw new ImportError("no-rows");
  // The header knows also those columns that the first features leave empty.
  const fields = header.columns?.map(({ name }) => name) ?? [];
  // The library writes columns into plain objects, which would not keep these.
  const forbidden = fields.find(isForbiddenKey);
  if (forbidden !== undefined) throw new ImportError("forbidden-key", forbidden);
  const read = async (mapping: Source["preview"]["suggested"], onProgress: OnProgress) => {
    const taking = new FeatureIntake(mapping, fields, LIMITS.streamedFeatures);
    let count = 0;
    for await (const feature of featuresOf(blob, opened)) {
      taking.take(feature);
      if (++count % ROWS_PER_STEP === 0) onProgress(count, header.featuresCount || count);
    }
    // A file that ends between two features says by its header that some are missing.
    if (count < header.featuresCount) throw new ImportError("not-flatgeobuf", `${count} / ${header.featuresCount}`);
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
