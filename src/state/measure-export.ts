import type { Feature, Geometry } from "geojson";
import Papa from "papaparse";
import { guarded } from "../data/export/formula-guard";
import { linesToGeoJson, polygonsToGeoJson } from "../geo/packed";
import type { RankedPlace } from "../geo/tasks";
import { inSteps } from "./in-steps";
import type { Answer } from "./latest";
import { isClosed } from "./measure-overlays";
import type { Measures } from "./measures";
import type { Model } from "./model";
import { encode } from "./permalink";

/** One result as a row: what was asked, the figure and how it came about. Empty cells are null. */
export interface ResultRow {
  readonly result: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly parameters: string;
  readonly meters: number | null;
  readonly low_meters: number | null;
  readonly high_meters: number | null;
  readonly square_meters: number | null;
  readonly initial_bearing: number | null;
  readonly side: string | null;
  readonly ambiguous: boolean | null;
  readonly chainage_meters: number | null;
  readonly method: string;
  readonly line: string | null;
  readonly line_vertices: number | null;
}

/** Where the results come from and under what terms; goes into every exported file. */
export interface ResultOrigin {
  readonly dataVersion: string;
  readonly licence: string;
  readonly retrieved: string;
  readonly link: string;
}

const EMPTY: Omit<ResultRow, "result" | "parameters" | "method"> = {
  key: null,
  name: null,
  meters: null,
  low_meters: null,
  high_meters: null,
  square_meters: null,
  initial_bearing: null,
  side: null,
  ambiguous: null,
  chainage_meters: null,
  line: null,
  line_vertices: null,
};

const LICENCE = "ODbL-1.0 AND CC-BY-4.0";

const ready = <T>(answer: Answer<T>): T | null => (answer.state === "ready" ? answer.value : null);

/** Whole millimetres: finer would be noise of the arithmetic. */
const millimetres = (meters: number) => Math.round(meters * 1000) / 1000;

/** Data version, licence, day and link of what `model` shows; `today` is an ISO date, `page` the page's address. */
export function originOf(model: Model, today: string, page: string): ResultOrigin {
  return {
    dataVersion: model.manifest.dataVersion,
    licence: LICENCE,
    retrieved: today,
    link: page.replace(/#.*$/, "") + encode(model.view.peek()),
  };
}

type Row = Feature<Geometry | null, ResultRow>;

const row = (geometry: Geometry | null, properties: ResultRow): Row => ({ type: "Feature", geometry, properties });

function distanceRows(measures: Measures, model: Model): Row[] {
  const measured = ready(measures.distance.peek());
  if (!measured) return [];
  const { answer } = measured;
  const { from, to } = model.view.peek();
  const common = {
    ...EMPTY,
    parameters: JSON.stringify({ from, to }),
    meters: millimetres(answer.meters),
    low_meters: millimetres(answer.estimate.lowMeters),
    high_meters: millimetres(answer.estimate.highMeters),
    initial_bearing: answer.initialBearingDegrees,
    method: answer.method,
  };
  const path = linesToGeoJson(answer.path);
  if (measured.to === "position") return [row(path, { ...common, result: "distance" })];
  const { side, ambiguous, chainageMeters, line } = measured.answer;
  return [
    row(path, {
      ...common,
      result: "distance-to-border",
      side,
      ambiguous,
      chainage_meters: millimetres(chainageMeters),
      line: line.id,
      line_vertices: line.vertices,
    }),
  ];
}

function lineRows(measures: Measures, model: Model): Row[] {
  const answer = ready(measures.line.peek());
  const vertices = model.view.peek().measure;
  if (!answer) return [];
  const closed = isClosed(vertices);
  const whole = row(linesToGeoJson(answer.path), {
    ...EMPTY,
    result: closed ? "area" : "line",
    parameters: JSON.stringify({ positions: vertices, closed }),
    meters: millimetres(answer.meters),
    square_meters: answer.squareMeters === null ? null : Math.round(answer.squareMeters),
    method: answer.method,
  });
  const legs = answer.legs.map((leg, index) =>
    row(null, {
      ...EMPTY,
      result: "leg",
      parameters: JSON.stringify({ leg: index + 1 }),
      meters: millimetres(leg.meters),
      initial_bearing: leg.initialBearingDegrees,
      method: answer.method,
    }),
  );
  return [whole, ...legs];
}

function* corridorRows(
  measures: Measures,
  model: Model,
  rowsInside: readonly (readonly RankedPlace[])[],
): Generator<Row> {
  const answers = ready(measures.corridors.peek()) ?? [];
  const requests = model.view.peek().corridors;
  const features = model.features.peek();
  for (const [index, answer] of answers.entries()) {
    const parameters = JSON.stringify({
      along: requests[index]?.along,
      halfWidthMeters: answer.halfWidthMeters,
      areaByCountrySquareMeters: answer.byCountry,
    });
    const line = { line: answer.line?.id ?? null, line_vertices: answer.line?.vertices ?? null, method: answer.method };
    yield row(polygonsToGeoJson(answer.polygons), {
      ...EMPTY,
      ...line,
      result: "corridor",
      parameters,
      square_meters: Math.round(answer.squareMeters),
    });
    for (const place of [...answer.inside, ...(rowsInside[index] ?? [])]) {
      const feature = features.get(place.key)?.feature;
      // What the page holds no longer, or shows no longer, is left out of an older answer.
      if (!feature) continue;
      yield row(feature.geometry, {
        ...EMPTY,
        ...line,
        result: "inside-corridor",
        key: place.key,
        name: feature.properties.title.en,
        parameters,
        meters: millimetres(place.meters),
        low_meters: millimetres(place.estimate.lowMeters),
        high_meters: millimetres(place.estimate.highMeters),
        side: place.side,
        ambiguous: place.ambiguous,
        chainage_meters: place.chainageMeters === null ? null : millimetres(place.chainageMeters),
      });
    }
  }
}

function nearRows(measures: Measures, model: Model): Row[] {
  const ranked = ready(measures.near.peek()) ?? [];
  const selected = model.selected.peek();
  const features = model.features.peek();
  return ranked
    .filter(({ key }) => features.has(key))
    .map((place) =>
      row(features.get(place.key)?.feature.geometry ?? null, {
        ...EMPTY,
        result: "near",
        key: place.key,
        name: features.get(place.key)?.feature.properties.title.en ?? null,
        parameters: JSON.stringify({ from: selected && `${selected.layer.id}/${selected.feature.id}` }),
        meters: millimetres(place.meters),
        low_meters: millimetres(place.estimate.lowMeters),
        high_meters: millimetres(place.estimate.highMeters),
        initial_bearing: place.initialBearingDegrees,
        side: place.side,
        ambiguous: place.ambiguous,
        chainage_meters: place.chainageMeters === null ? null : millimetres(place.chainageMeters),
        method: "wgs84-geodesic",
      }),
    );
}

function* resultRows(
  measures: Measures,
  model: Model,
  rowsInside: readonly (readonly RankedPlace[])[],
): Generator<Row> {
  yield* distanceRows(measures, model);
  yield* lineRows(measures, model);
  yield* corridorRows(measures, model, rowsInside);
  yield* nearRows(measures, model);
}

/** GeoJSON, a line for each result, with the origin of all beside them. */
function* geoJsonChunks(rows: Iterable<Row>, origin: ResultOrigin): Generator<string> {
  yield `{"type":"FeatureCollection",${JSON.stringify(origin).slice(1, -1)},"features":[`;
  let separator = "\n";
  for (const one of rows) {
    yield separator + JSON.stringify(one);
    separator = ",\n";
  }
  yield "\n]}\n";
}

const COLUMNS = Object.keys({ result: 0, parameters: 0, ...EMPTY, method: 0 }) as (keyof ResultRow)[];
const ORIGIN_COLUMNS = ["data_version", "licence", "retrieved", "link"];

const cell = (value: string | number | boolean | null) => (typeof value === "string" ? guarded(value) : value);

/** CSV (RFC 4180, ASCII digits), the origin repeated in every row so that no row loses it. */
function* csvChunks(rows: Iterable<Row>, origin: ResultOrigin): Generator<string> {
  const tail = [origin.dataVersion, origin.licence, origin.retrieved, origin.link];
  yield `${Papa.unparse([[...COLUMNS, ...ORIGIN_COLUMNS]])}\r\n`;
  for (const { properties } of rows) {
    yield `${Papa.unparse([[...COLUMNS.map((name) => cell(properties[name])), ...tail]])}\r\n`;
  }
}

const WRITERS = {
  geojson: { write: geoJsonChunks, mediaType: "application/geo+json" },
  csv: { write: csvChunks, mediaType: "text/csv" },
} as const;
export type ResultFormat = keyof typeof WRITERS;

/**
 * Every result on the desk as a file, with its parameters and origin; of corridors every place inside, the rows of large
 * imports too. Rejects with what the engine says of rows it cannot answer for, and with the reason of `abort`.
 */
export async function resultsFile(
  measures: Measures,
  model: Model,
  format: ResultFormat,
  origin: ResultOrigin,
  abort: AbortSignal,
): Promise<Blob> {
  const { write, mediaType } = WRITERS[format];
  const rowsInside = await measures.everyRowInCorridors(abort);
  const chunks: string[] = [];
  await inSteps(write(resultRows(measures, model, rowsInside), origin), (chunk) => chunks.push(chunk), abort);
  return new Blob(chunks, { type: mediaType });
}
