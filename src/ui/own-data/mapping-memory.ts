import type { Mapping } from "../../data/own/mapping";
import {
  isOfSameColumns,
  isRemembered,
  proposedMapping,
  type RememberedMapping,
  rememberable,
} from "../../data/own/remembered-mapping";
import type { Preview } from "../../data/own/source";

const KEY = "sarhad:1:mappings";
/** So many kinds of files are remembered. */
const MOST = 20;

type Memory = () => Storage;
/** What is remembered until the tab is closed; blocked storage throws on the mere reading of it. */
const session: Memory = () => sessionStorage;
/** What is remembered with imports that the device keeps. */
const device: Memory = () => localStorage;

/** What a storage remembers, the newest first; nothing where it is blocked or holds something else. */
function recall(memory: Memory): readonly RememberedMapping[] {
  try {
    const value: unknown = JSON.parse(memory().getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

function keep(memory: Memory, all: readonly RememberedMapping[]): void {
  try {
    if (all.length > 0) memory().setItem(KEY, JSON.stringify(all.slice(0, MOST)));
    else memory().removeItem(KEY);
  } catch {
    // Blocked or full: the columns are chosen again next time.
  }
}

/** The mapping that the reader chose for a file like this one, in this tab or of an import that the device keeps; or null. */
export const recallMapping = (preview: Preview): Mapping | null =>
  proposedMapping(preview, [...recall(session), ...recall(device)]);

/**
 * Remembers what the reader changed of the mapping that a file suggested: until the tab is closed, and on the device when the
 * import is kept there or the device knows such a file already. Forgets it when they went back to what was suggested.
 */
export function rememberMapping(preview: Preview, mapping: Mapping, isKept: boolean): void {
  const chosen = rememberable(preview, mapping);
  for (const memory of [session, device]) {
    const all = recall(memory);
    const others = all.filter((one) => !isOfSameColumns(one, preview));
    const isWanted = memory === session || isKept || others.length < all.length;
    if (chosen && isWanted) keep(memory, [chosen, ...others]);
    else if (others.length < all.length) keep(memory, others);
  }
}
