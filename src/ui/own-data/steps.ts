import type { Findings } from "../../data/own/decisions";
import type { Encoding } from "../../data/own/decode";
import type { ImportError } from "../../data/own/import-error";
import type { Mapping } from "../../data/own/mapping";
import type { ImportReport } from "../../data/own/settle";
import type { Preview } from "../../data/own/source";

/** What is being read, and what the layer will be called. */
export interface Incoming {
  readonly blob: Blob;
  readonly name: string;
  /** What its text is in, as the reader says; UTF-8 if they say nothing. */
  readonly encoding?: Encoding;
}

/** Where the dialog stands. */
export type Step =
  | { readonly at: "choose" }
  | { readonly at: "reading"; readonly name: string; readonly share: number | null }
  | {
      readonly at: "mapping";
      readonly name: string;
      readonly preview: Preview;
      /** What the reader chose for a file like this one, if that is other than what the file suggests. */
      readonly proposed: Mapping | null;
    }
  | { readonly at: "asking"; readonly name: string; readonly findings: Findings; readonly total: number }
  | {
      readonly at: "report";
      readonly name: string;
      readonly layerId: string | null;
      readonly report: ImportReport;
      readonly kept: "no" | "yes" | "no-room" | "failed";
    }
  | {
      readonly at: "failed";
      readonly name: string;
      readonly error: ImportError;
      /** The file, to be read again in another way; null where it is not at hand. */
      readonly blob: Blob | null;
    };

/** What the reader chose while mapping. */
export interface MappingChoice {
  readonly mapping: Mapping;
  readonly title: string;
  readonly isKept: boolean;
}
