import type { OwnRecord } from "./own-record";

// Apart from the schema, whose library no page is to begin with.
/** True for a record of the reader's own, false for one of the atlas. */
export const isOwn = <R extends { readonly kind: string }>(record: R | OwnRecord): record is OwnRecord =>
  record.kind === "own";
