/** The database of the reader's imports. */
export const IMPORTS_DATABASE = "sarhad-own";

const MARK = "sarhad:1:own-kept";

/** Remembers whether the device keeps an import, so that a page without one need not look. */
export function markKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(MARK, "yes");
    else localStorage.removeItem(MARK);
  } catch {
    // Full or blocked: the database itself is the mark then.
  }
}

/** Whether the device may keep an import: it says so, or there is a database to look into where nothing could be marked. */
export async function mayKeepImports(): Promise<boolean> {
  try {
    if (localStorage.getItem(MARK) === "yes") return true;
  } catch {
    // Blocked, which says nothing about the database.
  }
  try {
    return (await indexedDB.databases()).some(({ name }) => name === IMPORTS_DATABASE);
  } catch {
    return false;
  }
}
