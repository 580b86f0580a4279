import { DataError } from "./data-error";
import type { AtlasFeature } from "./feature";

/** How a file is fetched; tests shorten the times. */
export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** How long one try may take, until the last byte, in milliseconds. */
  readonly timeoutMs?: number;
  /** The longest wait before the second try, in milliseconds; doubled before the third. */
  readonly waitMs?: number;
}

const TRIES = 3;

/** Faults that another try may cure. */
const isPassing = (error: DataError) =>
  error.fault === "offline" ||
  error.fault === "timeout" ||
  error.fault === "truncated" ||
  (error.fault === "status" && /answered (?:429|5\d\d)$/.test(error.message));

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A light look at the structure: enough that nothing later trips over it; the schema has been checked at build time. */
function isFeature(value: unknown): value is AtlasFeature {
  return (
    isRecord(value) &&
    value.type === "Feature" &&
    typeof value.id === "string" &&
    (value.geometry === null || (isRecord(value.geometry) && typeof value.geometry.type === "string")) &&
    isRecord(value.properties) &&
    value.properties.id === value.id &&
    isRecord(value.properties.title)
  );
}

/** The features in the text of a file; throws a DataError for HTML, a cut-off text and anything but a collection. */
export function parseFeatures(file: string, text: string): readonly AtlasFeature[] {
  if (/^\s*</.test(text)) throw new DataError(file, "not-json", "is a web page, not data");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    const whole = /\}\s*$/.test(text);
    throw new DataError(file, whole ? "not-json" : "truncated", whole ? "is not valid JSON" : "is cut off", { cause });
  }
  if (!isRecord(parsed) || parsed.type !== "FeatureCollection" || !Array.isArray(parsed.features)) {
    throw new DataError(file, "not-a-collection", "is not a GeoJSON FeatureCollection");
  }
  const features: AtlasFeature[] = [];
  for (const [index, feature] of parsed.features.entries()) {
    if (!isFeature(feature)) throw new DataError(file, "not-a-collection", `feature ${index} is malformed`);
    features.push(feature);
  }
  return features;
}

async function tryOnce(file: string, url: string, timeoutMs: number, signal?: AbortSignal): Promise<string> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    if (!response.ok) throw new DataError(file, "status", `answered ${response.status}`);
    return await response.text();
  } catch (error) {
    if (error instanceof DataError) throw error;
    signal?.throwIfAborted();
    if (timeout.aborted)
      throw new DataError(file, "timeout", `took longer than ${timeoutMs / 1000} s`, { cause: error });
    throw new DataError(file, "offline", "could not be fetched", { cause: error });
  }
}

/** Waits a random while up to `ms`, so that many pages do not come back at once; ends early when aborted. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms * (0.5 + Math.random() / 2));
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Fetches a file and answers what `parse` makes of its text: at most three tries, of 15 s each unless said otherwise,
 * repeated only for faults that may pass. Rejects with a DataError of the last try, or with the reason of `signal` when that
 * is aborted.
 */
export async function fetchParsed<Parsed>(
  file: string,
  url: string,
  parse: (text: string) => Parsed,
  { signal, timeoutMs = 15_000, waitMs = 800 }: FetchOptions = {},
): Promise<Parsed> {
  for (let attempt = 1; ; attempt++) {
    try {
      return parse(await tryOnce(file, url, timeoutMs, signal));
    } catch (error) {
      if (!(error instanceof DataError) || !isPassing(error) || attempt === TRIES) throw error;
      await pause(waitMs * 2 ** (attempt - 1), signal);
      signal?.throwIfAborted();
    }
  }
}

/** Fetches and reads a file of features, as `fetchParsed` does. */
export const fetchFeatures = (
  file: string,
  url: string,
  options: FetchOptions = {},
): Promise<readonly AtlasFeature[]> => fetchParsed(file, url, (text) => parseFeatures(file, text), options);
