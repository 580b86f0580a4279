import { z } from "zod";
import { corridorRecord } from "./corridor-record";
import { eventRecord } from "./event-record";
import { membershipRecord } from "./membership-record";
import type { OwnRecord } from "./own-record";
import { placeRecord } from "./place-record";

/** Every kind of record a layer may hold. */
export const anyRecord = z.discriminatedUnion("kind", [placeRecord, eventRecord, corridorRecord, membershipRecord]);
export type AnyRecord = z.infer<typeof anyRecord>;

/** Every kind of record a page may show: those of the atlas and the reader's own. */
export type AtlasRecord = AnyRecord | OwnRecord;
