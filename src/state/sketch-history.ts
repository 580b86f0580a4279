import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import type { KeptSketchbook, Sketchbook } from "../data/sketch";

/** Steps kept for undo, on the device too. */
const MAXIMUM_STEPS = 50;
const EMPTY: Sketchbook = { sketches: [], draft: null, given: 0 };

/** Where a sketchbook is kept; all of it may throw. */
export interface SketchKeeper {
  /** Null when nothing is kept; what is unreadable has been put aside. */
  read(): KeptSketchbook | "unreadable" | null;
  write(kept: KeptSketchbook): void;
  /** Puts what is kept aside, unread. */
  setAside(): void;
  /** Whether somebody else has written since this was last read or written. */
  hasChanged(): boolean;
}

/** A sketchbook with the steps that led to it, kept at each of them. */
export interface SketchHistory {
  readonly book: ReadonlySignal<Sketchbook>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** False once the device has refused to keep a step. */
  readonly isKept: ReadonlySignal<boolean>;
  /**
   * Takes over what another page has drawn while this one slept, before anything is written over it; answers whether there
   * was any. Steps that the device has refused are on this page alone, and come first.
   */
  catchUp(): boolean;
  /** Changes these parts of the book; what could be redone is forgotten. */
  step(next: Partial<Sketchbook>): void;
  undo(): void;
  redo(): void;
  /** Forgets everything, with its steps. */
  clear(): void;
  /** Takes over what is kept, when somebody else has changed it. */
  reread(): void;
}

/** The history of the sketchbook that `keeper` keeps. */
export function createSketchHistory(keeper: SketchKeeper): SketchHistory {
  const isKept = signal(true);
  /** False when what is kept could not even be looked at: it must be put aside before anything is written over it. */
  let hasLooked = true;
  const read = (): KeptSketchbook | "unreadable" | null => {
    try {
      const found = keeper.read();
      hasLooked = true;
      return found;
    } catch {
      hasLooked = false;
      isKept.value = false;
      return null;
    }
  };
  const found = read();
  const kept = found === "unreadable" ? null : found;
  const book = signal<Sketchbook>(kept?.now ?? EMPTY);
  const past = signal<readonly Sketchbook[]>(kept?.past ?? []);
  const future = signal<readonly Sketchbook[]>(kept?.future ?? []);

  const keep = () => {
    try {
      if (!hasLooked) keeper.setAside();
      hasLooked = true;
      keeper.write({ version: 1, now: book.peek(), past: [...past.peek()], future: [...future.peek()] });
      isKept.value = true;
    } catch {
      isKept.value = false;
    }
  };
  const reread = () => {
    const other = read();
    // What is on the page is better than nothing.
    if (!hasLooked || other === "unreadable") return;
    book.value = other?.now ?? EMPTY;
    past.value = other?.past ?? [];
    future.value = other?.future ?? [];
  };
  const catchUp = (): boolean => {
    try {
      if (!isKept.peek() || !keeper.hasChanged()) return false;
    } catch {
      return false;
    }
    reread();
    return true;
  };
  const step = (next: Partial<Sketchbook>) => {
    past.value = [...past.peek(), book.peek()].slice(-MAXIMUM_STEPS);
    future.value = [];
    book.value = { ...book.peek(), ...next };
    keep();
  };
  const travel = (from: typeof past, to: typeof past) => {
    catchUp();
    const there = from.peek().at(-1);
    if (!there) return;
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), book.peek()];
    // Numbers are never given twice, whatever is undone.
    book.value = { ...there, given: Math.max(there.given, book.peek().given) };
    keep();
  };
  return {
    book,
    isKept,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    catchUp,
    step,
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    clear() {
      book.value = EMPTY;
      past.value = [];
      future.value = [];
      keep();
    },
    reread,
  };
}
