import type { ShortcutKey } from "../shortcuts";

/** The keys that act while the map has the focus, each with the message that says what it does. */
export const SHORTCUTS: readonly { readonly key: ShortcutKey; readonly messageKey: string }[] = [
  { key: "?", messageKey: "shortcut.help" },
  { key: "/", messageKey: "shortcut.search" },
  { key: "h", messageKey: "shortcut.home" },
  { key: "l", messageKey: "shortcut.list" },
  { key: "e", messageKey: "shortcut.explore" },
  { key: "p", messageKey: "shortcut.panel" },
];

/** Keys that the map itself answers, and those of its feature mode. */
export const MAP_KEYS = [
  { key: "← ↑ → ↓", messageKey: "shortcut.pan" },
  { key: "+ −", messageKey: "shortcut.zoom" },
  { key: "F", messageKey: "shortcut.walk" },
  { key: "N", messageKey: "shortcut.next-feature" },
] as const;
