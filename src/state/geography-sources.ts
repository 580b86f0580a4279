import type { Source } from "../data/source";
import { LATER_MARKED } from "./geography-only";

/** Whether title, address or note of a source tell of violence. */
export const isConflictSource = ({ id, conflict }: Pick<Source, "id" | "conflict">): boolean =>
  conflict === true || LATER_MARKED.includes(id);

/** The sources with the publisher alone where title, address or note would tell of violence. */
export const geographySources = (sources: ReadonlyMap<string, Source>): ReadonlyMap<string, Source> =>
  new Map(
    [...sources].map(([id, source]) => [
      id,
      isConflictSource(source)
        ? { ...source, title: source.publisher, url: null, archivedUrl: null, note: null }
        : source,
    ]),
  );
