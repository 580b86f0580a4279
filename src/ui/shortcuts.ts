import type { Atlas } from "./context";

/** The keys that act while the map has the focus; `help/keys.ts` says what each does. */
const SHORTCUT_KEYS = ["?", "/", "h", "l", "e", "p"] as const;
export type ShortcutKey = (typeof SHORTCUT_KEYS)[number];

const isShortcut = (key: string): key is ShortcutKey => (SHORTCUT_KEYS as readonly string[]).includes(key);

/** Listens for single keys while the map has the focus, and for Esc. Answers how to stop. */
export function listenForShortcuts({ page, shell }: Atlas): () => void {
  const map = document.getElementById("map");
  const actions: Readonly<Record<ShortcutKey, () => void>> = {
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
    const key = event.key.toLowerCase();
    if (!isShortcut(key)) return;
    event.preventDefault();
    actions[key]();
  };
  map?.addEventListener("keydown", onKeyDown);
  return () => map?.removeEventListener("keydown", onKeyDown);
}
