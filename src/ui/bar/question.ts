import type { Signal } from "@preact/signals";

/** What the search box and the list of its answers share. */
export interface SearchQuestion {
  /** Put before the ids of both. */
  readonly id: string;
  readonly query: Signal<string>;
  /** Whether the reader wants to see answers. */
  readonly isOpen: Signal<boolean>;
  /** Whether there are options to go through. */
  readonly isListShown: Signal<boolean>;
  /** Whether Enter was pressed before there was an answer: the first option is taken when it comes. */
  isEntered: boolean;
  /** The number of the option that the keys are on, or −1. */
  readonly active: Signal<number>;
  /** What the list makes of a key; answers whether it was one of its own. Null until the list is there. */
  readonly onKey: Signal<((event: KeyboardEvent) => boolean) | null>;
  close(): void;
}

/** The id of an option by its number. */
export const optionId = (id: string, index: number): string => `${id}-option-${index}`;
