import { isOwn } from "../data/is-own";
import type { AtlasRecord } from "../data/record";

/** The titles of a record in every language it has one in. */
export function titlesOf({ title }: AtlasRecord): readonly string[] {
  return [title.en, title.ur, title.fa, title.bal].filter((name) => name !== undefined);
}

/** The other spellings and old names of a record; the reader's own records have none. */
export function alternatesOf(record: AtlasRecord): readonly string[] {
  if (isOwn(record)) return [];
  const { en, ur, fa, bal } = record.alternates;
  return [...en, ...ur, ...fa, ...bal];
}
