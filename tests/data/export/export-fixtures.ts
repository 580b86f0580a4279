import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import type { Chunks, ExportItem, ExportSet, ExportTexts, Provenance } from "../../../src/data/export/export-set";
import type { AtlasCollection } from "../../../src/data/feature";
import type { Manifest } from "../../../src/data/manifest";
import type { PlaceRecord } from "../../../src/data/place-record";
import type { SourceRegister } from "../../../src/data/source";
import type { Translations } from "../../../src/data/translations";

const DATA = resolve(import.meta.dirname, "../../../data");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(DATA, file), "utf8")) as T;

export const manifest = read<Manifest>("layers.json");

/** The shipped source register, by id. */
export const register = new Map(read<SourceRegister>("sources.json").sources.map((source) => [source.id, source]));

/** Every shipped record with its layer. */
export const shipped: readonly ExportItem[] = manifest.layers.flatMap((layer) =>
  read<AtlasCollection>(layer.file).features.map((feature) => ({ layer, feature })),
);

export const provenance: Provenance = {
  dataVersion: manifest.dataVersion,
  released: manifest.released,
  retrieved: "2026-11-26",
  link: "https://example.org/atlas/#v=1&t=2024-01-01/2024-01-31&f=kind:strike",
  scope: "filtered",
  period: { from: "2024-01-01", to: "2024-01-31" },
  filters: { kind: ["strike"] },
  language: "en",
  boundaryNote: "No opinion is implied.",
};

/** The shipped translations of what records carry in English. */
export const texts: ExportTexts = {
  ur: read<Translations>("translations-ur.json"),
  fa: read<Translations>("translations-fa.json"),
};

export const setOf = (items: readonly ExportItem[], licence: string | null = "CC-BY-4.0"): ExportSet => ({
  items,
  sources: register,
  provenance,
  texts,
  licence,
});

/** A town whose texts are what a test wants them to be. */
export function townCalled(texts: { readonly name: string; readonly summary: string; readonly place: string }) {
  const town = shipped.find(({ layer }) => layer.id === "towns");
  if (!town) throw new Error("no town is shipped");
  const record = town.feature.properties as PlaceRecord;
  const properties: PlaceRecord = {
    ...record,
    title: { en: texts.name, ur: texts.name },
    summary: { en: texts.summary },
    where: record.where && { ...record.where, place: texts.place },
  };
  return { layer: town.layer, feature: { ...town.feature, properties } };
}

/** All chunks as one text. */
export function textOf(chunks: Chunks | undefined): string {
  let text = "";
  for (const chunk of chunks ?? []) text += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
  return text;
}

/** All chunks as bytes. */
export function bytesOf(chunks: Chunks | undefined): Uint8Array {
  const parts = [...(chunks ?? [])].map((chunk) =>
    typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk,
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** The parsed document; throws on the first thing that is not well-formed. */
export const parseXml = (text: string) =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "text/xml");

/** Strings on which writers and spreadsheets are known to fail. */
export const HOSTILE: readonly string[] = [
  "]]>",
  "<![CDATA[x]]>",
  "a\ufffeb\uffffc",
  "\u0000\u0001\u001b[31m",
  "\ud800 lone",
  "<script>alert(1)</script>",
  `"'&lt;&amp;`,
  "<!-- -- -->",
  '=HYPERLINK("https://example.org","x")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  '\r\nnext,line;"quoted"',
  "'=already",
  "＝1+1",
  "-1",
  "+92300123",
  "1e5",
  "__proto__",
  "constructor",
  "ریگ‌ملک ۲۹٫۵ \u200f\u202e",
  "😀👩‍👩‍👧‍👦",
  " leading and trailing ",
  "a;b;c",
];
