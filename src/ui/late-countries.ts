import { signal } from "@preact/signals";
import { type Countries, loadCountries } from "../data/load-countries";

/** The outlines of countries, fetched when they are first wanted; one fetch that failed is made again the next time. */
export interface LateCountries {
  /** Rejects when they cannot be had. */
  load(): Promise<Countries>;
  /** What has come so far; asks for it, and whatever reads it follows. */
  read(): Countries | null;
}

/** Outlines that nobody has wanted yet. */
export function lateCountries(): LateCountries {
  const arrived = signal<Countries | null>(null);
  let coming: Promise<Countries> | null = null;
  const load = () => {
    coming ??= loadCountries().then(
      (countries) => {
        arrived.value = countries;
        return countries;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };
  return {
    load,
    read: () => {
      if (arrived.value === null) load().catch(() => {});
      return arrived.value;
    },
  };
}
