import { type KeptSketchbook, keptSketchbook } from "./sketch";
import { SKETCH_KEY } from "./sketch-mark";

/** Where what cannot be read is put aside, so that a later version may still read it. */
const ASIDE_KEY = `${SKETCH_KEY}:unread`;

function unusedAsideKey(storage: Storage): string {
  for (let number = 2, key = ASIDE_KEY; ; number++) {
    if (storage.getItem(key) === null) return key;
    key = `${ASIDE_KEY}-${number}`;
  }
}

/** Puts what is kept aside, unread, so that nothing is written over it. Throws when there is no room or storage is blocked. */
function setSketchbookAside(storage: Storage): void {
  const text = storage.getItem(SKETCH_KEY);
  if (text === null) return;
  const key = unusedAsideKey(storage);
  try {
    storage.setItem(key, text);
    storage.removeItem(SKETCH_KEY);
  } catch {
    // There is no room for it twice.
    storage.removeItem(SKETCH_KEY);
    try {
      storage.setItem(key, text);
    } catch (error) {
      storage.setItem(SKETCH_KEY, text);
      throw error;
    }
  }
}

/**
 * What the device keeps, or null when that is nothing; what cannot be read is put aside, never thrown away. Throws when it
 * can neither be read nor put aside.
 */
function readSketchbook(storage: Storage): KeptSketchbook | "unreadable" | null {
  const text = storage.getItem(SKETCH_KEY);
  if (text === null) return null;
  try {
    const read = keptSketchbook.safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch {
    // Not JSON: put aside like what does not fit.
  }
  setSketchbookAside(storage);
  return "unreadable";
}

/**
 * Keeps a sketchbook at once, so that nothing is lost when the tab is closed in the middle of a line. When there is no
 * room the steps to undo go first. Throws when there is no room for the drawings themselves or storage is blocked.
 */
function writeSketchbook(storage: Storage, kept: KeptSketchbook): void {
  const { now, past, future } = kept;
  const isEmpty = now.sketches.length === 0 && now.draft === null && past.length === 0 && future.length === 0;
  if (isEmpty) {
    storage.removeItem(SKETCH_KEY);
    return;
  }
  try {
    storage.setItem(SKETCH_KEY, JSON.stringify(kept));
  } catch {
    storage.setItem(SKETCH_KEY, JSON.stringify({ ...kept, past: [], future: [] }));
  }
}

/** The sketchbook in the storage that `open` answers, which throws where storage is blocked, as seen by one page. */
export function sketchbookIn(open: () => Storage) {
  let seen: string | null = null;
  const look = () => {
    seen = open().getItem(SKETCH_KEY);
  };
  return {
    read() {
      const kept = readSketchbook(open());
      look();
      return kept;
    },
    write(kept: KeptSketchbook) {
      writeSketchbook(open(), kept);
      look();
    },
    setAside: () => setSketchbookAside(open()),
    /** Whether another page has written since this one last read or wrote. */
    hasChanged: () => open().getItem(SKETCH_KEY) !== seen,
  };
}
