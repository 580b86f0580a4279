import type { Intake } from "./intake";
import type { Format } from "./limits";
import type { Mapping } from "./mapping";

/** Says how far reading has come, in bytes or rows of a whole. */
export type OnProgress = (done: number, total: number) => void;

/** What a file shows of itself before it is read. */
export interface Preview {
  readonly format: Format;
  /** Columns or properties, in the order of the file. */
  readonly fields: readonly string[];
  /** Texts of the first rows, by field. */
  readonly sample: readonly (readonly string[])[];
  readonly suggested: Mapping;
  /** How many lines of a table stand above its heading and are not read. */
  readonly above?: number;
  /** False when the format itself says where things are. */
  readonly needsPosition: boolean;
}

/** A file that has been opened and can be read with a mapping. */
export interface Source {
  readonly preview: Preview;
  /** Everything in it. Rejects with an ImportError when it breaks off in a way that leaves nothing to trust. */
  read(mapping: Mapping, onProgress: OnProgress): Promise<ReadFile>;
}

/** What reading gave. */
export interface ReadFile {
  readonly intake: Intake;
  /** Names of the columns when all rows have the same. */
  readonly fields: readonly string[] | null;
  /** The coordinate system that the file names, or null. */
  readonly crs: string | null;
}

/** Rows of a preview. */
export const SAMPLE_ROWS = 6;
