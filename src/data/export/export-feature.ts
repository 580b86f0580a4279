import type { Geometry, Position } from "geojson";
import { decimalsOfDegrees } from "../degree-decimals";
import { isShipped, type ShippedFeature } from "../feature";
import type { Layer } from "../manifest";
import type { OwnCell, OwnRecord } from "../own-record";
import type { AnyRecord } from "../record";
import { sourceIdsOf } from "../record-sources";
import type { Source } from "../source";
import { translationOf } from "../translations";
import { columnsOf } from "./columns";
import type { Cell, ExportFeature, ExportItem, ExportSet, ExportTexts } from "./export-set";
import { LINE_DECIMALS, OWN_DECIMALS, tidyGeometry } from "./tidy-geometry";

/** How finely the position of a record may be told: no finer than its radius of doubt supports. */
function decimalsFor(record: AnyRecord): number {
  const where = "where" in record ? record.where : null;
  return where ? decimalsOfDegrees(where.uncertaintyRadiusM) : LINE_DECIMALS;
}

function tidyPoint(point: readonly [number, number], radiusMeters: number | null): Position {
  const decimals = radiusMeters === null ? LINE_DECIMALS : decimalsOfDegrees(radiusMeters);
  return point.map((degrees) => Number(degrees.toFixed(decimals)));
}

/** The whole record, with the further places of an event told no finer than they are known. */
function nested(record: AnyRecord): Readonly<Record<string, unknown>> {
  if (!("alsoAt" in record)) return record;
  const alsoAt = record.alsoAt.map((other) => ({
    ...other,
    point: other.point && tidyPoint(other.point, other.where?.uncertaintyRadiusM ?? null),
  }));
  return { ...record, alsoAt };
}

/** The translations of every text within `value` that has one, by language and by its English words. */
function translationsWithin(value: unknown, texts: ExportTexts): ExportTexts {
  const english = new Set<string>();
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string") english.add(part);
    return part;
  });
  return Object.fromEntries(
    Object.entries(texts).map(([language, known]) => [
      language,
      Object.fromEntries(
        [...english].flatMap((text) => {
          const own = translationOf(known, text);
          return own === null ? [] : [[text, own]];
        }),
      ),
    ]),
  );
}

/** Addresses of the publications, each once, in the order of the record's references; a `;` inside one is escaped. */
export function sourceUrls(sources: readonly Source[]): string {
  const urls = sources.flatMap(({ url, archivedUrl }) => url ?? archivedUrl ?? []);
  return [...new Set(urls)].map((url) => url.replaceAll(";", "%3B")).join(";");
}

function shippedFeature(
  layer: Layer,
  feature: ShippedFeature,
  { sources: register, texts, provenance: { language } }: ExportSet,
): ExportFeature {
  const record = feature.properties;
  const sources = sourceIdsOf(record).flatMap((id) => register.get(id) ?? []);
  const columns = {
    layer: layer.id,
    id: feature.id,
    ...columnsOf(record, texts),
    sources: sourceUrls(sources),
    source_ids: sources.map(({ id }) => id).join(";"),
  };
  return {
    layer: layer.id,
    id: feature.id,
    kind: record.kind,
    name: record.title[language] ?? record.title.en,
    description: record.summary[language] ?? record.summary.en,
    geometry: feature.geometry && tidyGeometry(feature.geometry, decimalsFor(record)),
    when: "when" in record ? record.when : null,
    where: "where" in record ? record.where : null,
    columns: new Map<string, Cell>(Object.entries(columns)),
    properties: {
      layer: layer.id,
      name: record.title.en,
      ...nested(record),
      sourceDetails: sources,
      translations: translationsWithin([record, sources], texts),
    },
    sources,
  };
}

/** Values that nest are JSON in a table. */
const cellOf = (value: OwnCell): Cell => (typeof value === "object" && value !== null ? JSON.stringify(value) : value);

/** The reader's own cells are handed back as they came, with nothing of ours between them. */
function ownFeature(layer: Layer, geometry: Geometry | null, record: OwnRecord): ExportFeature {
  return {
    layer: layer.id,
    id: record.id,
    kind: record.category ?? "",
    name: record.title.en,
    description: "",
    geometry: geometry && tidyGeometry(geometry, OWN_DECIMALS),
    when: "when" in record ? record.when : null,
    where: "where" in record ? record.where : null,
    columns: new Map(Object.entries(record.cells).map(([name, value]) => [name, cellOf(value)])),
    properties: record.cells,
    sources: [],
  };
}

/** A record as the formats write it. Sources that the register does not know are left out. */
export function exportFeature({ layer, feature }: ExportItem, set: ExportSet): ExportFeature {
  if (isShipped(feature)) return shippedFeature(layer, feature, set);
  return ownFeature(layer, feature.geometry, feature.properties as OwnRecord);
}

/** Every record of `set` as the formats write it, one after the other. */
export function* exportFeatures(set: ExportSet): Generator<ExportFeature> {
  for (const item of set.items) yield exportFeature(item, set);
}
