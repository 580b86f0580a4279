import type { Geometry } from "geojson";
import type { AtlasFeature } from "../feature";
import type { Language } from "../language";
import type { Layer } from "../manifest";
import type { OwnPrecision } from "../own-record";
import type { Source } from "../source";
import type { Translations } from "../translations";

/** Which records were asked for. */
export const EXPORT_SCOPES = ["filtered", "all-filtered", "in-view", "selected", "all"] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

/** Where an export comes from and what was asked for; goes into every file. */
export interface Provenance {
  readonly dataVersion: string;
  /** Day of the data release, ISO. */
  readonly released: string;
  /** Day of the export, ISO. */
  readonly retrieved: string;
  /** The link that shows the same view again. */
  readonly link: string;
  readonly scope: ExportScope;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** In which language formats that show one name, KML and GPX, show it. */
  readonly language: Language;
  /** What the drawn boundaries do not imply, in English. */
  readonly boundaryNote: string;
}

/** A record and the layer it belongs to, as the model keeps them. */
export interface ExportItem {
  readonly layer: Layer;
  readonly feature: AtlasFeature;
}

/** Translations of what records carry in English, names of places among it; empty where they could not be had. */
export type ExportTexts = Readonly<Partial<Record<Language, Translations>>>;

/** What is to be exported: records of one licence, with every source they name. */
export interface ExportSet {
  readonly items: readonly ExportItem[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly provenance: Provenance;
  readonly texts: ExportTexts;
  /** SPDX id of the licence that all `items` carry; null for the reader's own data. */
  readonly licence: string | null;
}

export type Cell = string | number | boolean | null;

/** A record as the formats write it: its place in no finer decimals than it is known, flat columns, and all it holds. */
export interface ExportFeature {
  readonly layer: string;
  readonly id: string;
  /** What sort of thing it is, a word of the record. */
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly geometry: Geometry | null;
  /** Days between which it happened, ISO, both included. */
  readonly when: { readonly start: string; readonly end: string } | null;
  /** How exactly its place is known; null for what has none, or where nobody said. */
  readonly where: OwnPrecision | null;
  /** For tables: text, numbers and yes or no, in order. A map, since readers name their columns as they like. */
  readonly columns: ReadonlyMap<string, Cell>;
  /** For formats that nest: the whole record. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly sources: readonly Source[];
}

/** Parts of a file in order, some of them empty: it is made piece by piece, so that a page can breathe in between. */
export type Chunks = Iterable<string | Uint8Array>;

/** One file of an export. */
export interface ExportFile {
  /** Its name without the ending: `null` for the records themselves, a word for what accompanies them. */
  readonly part: string | null;
  readonly extension: string;
  readonly mediaType: string;
  readonly chunks: Chunks;
}

/** What a format asks the reader about. */
export interface FormatOptions {
  /** Begins text files with the mark by which some spreadsheets know UTF-8. */
  readonly hasByteOrderMark: boolean;
}

/** A way of writing records; a new one is a file that satisfies this and one name in formats.ts. */
export interface ExportFormat {
  /** Also its file ending. */
  readonly id: string;
  /** Its proper name, the same in every language. */
  readonly name: string;
  /** Whether it can hold a geometry, and a record without one. */
  holds(geometry: Geometry | null): boolean;
  /** Whether a geometry comes back as the sort it was. */
  keepsSort(geometry: Geometry): boolean;
  write(set: ExportSet, options: FormatOptions): readonly ExportFile[];
}
