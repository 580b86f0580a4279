import type { Browser } from "playwright-core";
import { median } from "../bench/measurement";

/** One line of the report: a figure with its spread over the rounds, and the bound it must keep, if any. */
export interface Row {
  readonly name: string;
  readonly unit: "ms" | "×" | "kB" | "MB" | "requests";
  readonly value: number;
  readonly least: number;
  readonly greatest: number;
  readonly atMost: number | null;
}

/** What every part of the bench works with. */
export interface WebBench {
  readonly browser: Browser;
  readonly atlasUrl: string;
  readonly bareUrl: string;
  readonly report: (row: Row) => void;
}

/** The median of several rounds, with its spread. */
export function rowOf(name: string, unit: Row["unit"], values: readonly number[], atMost: number | null = null): Row {
  return { name, unit, value: median(values), least: Math.min(...values), greatest: Math.max(...values), atMost };
}

/** True when the figure keeps its bound, or has none. */
export const isKept = ({ value, atMost }: Row): boolean => atMost === null || value <= atMost;

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3));

/** A row as a line of text. */
export function formatRow(row: Row): string {
  const { name, unit, value, least, greatest, atMost } = row;
  const mark = atMost === null ? "    " : isKept(row) ? "ok  " : "FAIL";
  const bound = atMost === null ? "" : `; at most ${figure(atMost)}`;
  return `${mark} ${name}: ${figure(value)} ${unit} (${figure(least)} to ${figure(greatest)}${bound})`;
}

/** Runs `one` for each round, one after the other. */
export async function rounds<T>(count: number, one: (round: number) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let round = 0; round < count; round++) found.push(await one(round));
  return found;
}
