import type { CoordinateAnswer, Reading } from "../../state/coordinates";
import type { Model } from "../../state/model";
import type { Hit } from "../../state/search";

/** What was found for a query: features by name, and what it says as coordinates. */
export interface Findings {
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly coordinates: CoordinateAnswer | null;
  /** A reading as the reader prefers to see positions. */
  readonly write: (reading: Reading) => string;
}

export const NO_FINDINGS: Findings = { query: "", hits: [], coordinates: null, write: () => "" };

/**
 * A function that answers a query over the features of `model`. The index is fetched with the first query and built
 * again when features have arrived since.
 */
export function createFinder(model: Model): (query: string) => Promise<Findings> {
  let indexed: unknown = null;
  let gazetteer: ((query: string) => readonly Hit[]) | null = null;
  return async (query) => {
    if (query.trim() === "") return NO_FINDINGS;
    const [{ createGazetteer }, { readCoordinates }, { readableCoordinates }] = await Promise.all([
      import("../../state/search"),
      import("../../state/coordinates"),
      import("../../state/coordinate-format"),
    ]);
    const features = model.features.peek();
    if (!gazetteer || indexed !== features) {
      gazetteer = createGazetteer(features.values());
      indexed = features;
    }
    const coordinates = readCoordinates(query);
    const write = (reading: Reading) =>
      readableCoordinates({ ...reading, radiusMeters: null }, model.settings.peek().coordinates);
    return { query, coordinates, write, hits: coordinates ? [] : gazetteer(query) };
  };
}
