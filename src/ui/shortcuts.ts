import type { Atlas } from "./context";

/** The keys that act while the map has the focus, and the message that says what each does. */
export const SHORTCUTS = [
  { key: "?", messageKey: "shortcut.help" },
  { key: "/", messageKey: "shortcut.search" },
  { key: "h", messageKey: "shortcut.home" },
  { key: "l", messageKey: "shortcut.list" },
  { key: "e", messageKey: "shortcut.explore" },
  { key: "p", messageKey: "shortcut.panel" },
] as const;

/** Keys that the map itself answers, and those of its feature mode. */
export const MAP_KEYS = [
  { key: "← ↑ → ↓", messageKey: "shortcut.pan" },
  { key: "+ −", messageKey: "shortcut.zoom" },
  { key: "F", messageKey: "shortcut.walk" },
  { key: "N", messageKey: "shortcut.next-feature" },
] as const;

/** Listens for single keys while the map has the focus, and for Esc. Answers how to stop. */
export function listenForShortcuts({ page, shell }: Atlas): () => void {
  const map = document.getElementById("map");
  const actions: Readonly<Record<(typeof SHORTCUTS)[number]["key"], () => void>> = {
    "?": () => shell.openDialog("help"),
    "/": () => document.getElementById("search")?.focus(),
    h: () => page.model.home(),
    l: () => openTab("list"),
    e: () => openTab("explore"),
    p: () => {
      shell.isFolded.value = !shell.isFolded.value;
    },
  };
  const openTab = (id: string) => {
    shell.openTab(id);
    document.getElementById(`tab-${id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && page.model.view.peek().selected) {
      shell.closeCard();
      return;
    }
    if (!shell.hasShortcuts.peek() || event.ctrlKey || event.altKey || event.metaKey) return;
    const shortcut = SHORTCUTS.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut) return;
    event.preventDefault();
    actions[shortcut.key]();
  };
  map?.addEventListener("keydown", onKeyDown);
  return () => map?.removeEventListener("keydown", onKeyDown);
}
