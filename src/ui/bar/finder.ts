import { type ReadonlySignal, signal } from "@preact/signals";
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
  /** How many rows of each table were found, by the id of its layer; the hits hold the first of them. */
  readonly rowCounts: ReadonlyMap<string, number>;
  /** The findings with those in tables, which take longer; null when these are all. */
  readonly whole: Promise<Findings> | null;
}

const NO_FINDINGS: Findings = {
  query: "",
  hits: [],
  coordinates: null,
  write: () => "",
  rowCounts: new Map(),
  whole: null,
};

/** No way of writing a position does without digits, and no link without a colon. */
const POSITION_SIGN = /[\p{Nd}:]/u;

/** What reads and writes positions. */
async function loadReader() {
  const [{ readCoordinates }, { readableCoordinates }] = await Promise.all([
    import("../../state/coordinates"),
    import("../../state/coordinate-format"),
  ]);
  return { readCoordinates, readableCoordinates };
}

/** So many rows of a table are offered. */
const MOST_ROWS = 10;

/**
 * A function that answers a query over the features of `model`. The index is fetched with the first query and built
 * again when features have arrived since. It rejects when a part does not arrive; the next query asks for it again.
 */
function createFinder(model: Model): (query: string) => Promise<Findings> {
  let asking = new AbortController();
  const findRows = async (found: Findings): Promise<Findings> => {
    const { viewSieve } = await import("../../state/rows/view-sieve");
    const { own } = model;
    const rows = own.rows.peek();
    const hits = [...found.hits];
    const rowCounts = new Map<string, number>();
    const question = { text: found.query, most: MOST_ROWS, isEveryRow: true };
    for (const { layer, table } of own.list.peek()) {
      if (!rows || !table) continue;
      const sieve = viewSieve(model.view.peek(), table.columns);
      const answer = await rows.ask(layer.id, sieve, "find", question, asking.signal);
      if (!answer || answer.count === 0) continue;
      rowCounts.set(layer.id, answer.count);
      for (const row of answer.rows) {
        const feature = table.featureAt(row);
        if (feature) hits.push({ reference: { layer: layer.id, id: feature.id }, layer, feature, score: 0 });
      }
    }
    return { ...found, hits, rowCounts, whole: null };
  };

  let indexed: unknown = null;
  let gazetteer: ((query: string) => readonly Hit[]) | null = null;
  return async (query) => {
    asking.abort();
    asking = new AbortController();
    if (query.trim() === "") return NO_FINDINGS;
    const [{ createGazetteer }, reader] = await Promise.all([
      import("../../state/search"),
      POSITION_SIGN.test(query) ? loadReader() : null,
    ]);
    const features = model.features.peek();
    if (!gazetteer || indexed !== features) {
      gazetteer = createGazetteer(features.values());
      indexed = features;
    }
    const coordinates = reader?.readCoordinates(query) ?? null;
    const write = (reading: Reading) =>
      reader?.readableCoordinates({ ...reading, radiusMeters: null }, model.settings.peek().coordinates) ?? "";
    const found = { ...NO_FINDINGS, query, coordinates, write, hits: coordinates ? [] : gazetteer(query) };
    const hasTables = model.own.list.peek().some(({ table }) => table);
    return hasTables && !coordinates ? { ...found, whole: findRows(found) } : found;
  };
}

/** The newest question of a search box and what was found for it. */
export interface Search {
  /** Those of the question before stay until there are newer ones. */
  readonly findings: ReadonlySignal<Findings>;
  /** Whether a part of the page did not arrive that the newest question needs. */
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Puts a question, or the same again; resolves when it was answered, failed or gave way to a newer one. */
  ask(query: string): Promise<void>;
}

/** A search over the features of `model`. */
export function createSearch(model: Model): Search {
  const find = createFinder(model);
  const findings = signal(NO_FINDINGS);
  const hasFailed = signal(false);
  let turns = 0;
  const ask = async (query: string): Promise<void> => {
    const turn = ++turns;
    const take = (found: Findings | null) => {
      // Letters come faster than the index: an answer counts only while its question stands.
      if (found && turn === turns) findings.value = found;
    };
    hasFailed.value = false;
    try {
      const found = await find(query);
      take(found);
      take(await found.whole);
    } catch {
      // What a newer question ends has not failed.
      if (turn === turns) hasFailed.value = true;
    }
  };
  return { findings, hasFailed, ask };
}
