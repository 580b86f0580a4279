import { LICENCES } from "../licences";
import type { ExportSet } from "./export-set";

/** What every exported collection is called. */
export const EXPORT_TITLE = "Sarhad: the open atlas of the Iran–Pakistan border";

/** What the records of one file are, under what terms, and how they were asked for: the same in every format. */
export interface Origin {
  readonly title: string;
  readonly licence: string | null;
  readonly licenceUrl: string | null;
  readonly attribution: readonly string[];
  readonly dataVersion: string;
  readonly released: string;
  readonly retrieved: string;
  readonly link: string;
  readonly scope: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly layers: readonly string[];
  readonly records: number;
  readonly language: string;
  readonly crs: string;
  readonly boundaryNote: string;
}

/** The origin of a set. */
export function originOf({ items, provenance, licence }: ExportSet): Origin {
  const layers = [...new Set(items.map(({ layer }) => layer))];
  const { dataVersion, released, retrieved, link, scope, period, filters, language, boundaryNote } = provenance;
  return {
    title: EXPORT_TITLE,
    licence,
    licenceUrl: (licence && LICENCES[licence]?.path) ?? null,
    attribution: [...new Set(layers.flatMap(({ attribution }) => attribution.map(({ text }) => text)))],
    dataVersion,
    released,
    retrieved,
    link,
    scope,
    period,
    filters,
    layers: layers.map(({ id }) => id),
    records: items.length,
    language,
    crs: "WGS84 (EPSG:4326), longitude and latitude in degrees",
    boundaryNote,
  };
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** The origin as lines of text, `key: value`. */
export const originLines = (origin: Origin): readonly string[] =>
  Object.entries(origin).map(([key, value]) => `${key}: ${asText(value)}`);
