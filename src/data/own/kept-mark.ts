/** The database of the reader's imports. */
export const IMPORTS_DATABASE = "sarhad-own";

/** Where the device says that it keeps an import. */
export const KEPT_MARK = "sarhad:1:own-kept";

/** Whether the device may keep an import: it says so, or there is a database to look into where nothing could be marked. */
export async function mayKeepImports(): Promise<boolean> {
  try {
    if (localStorage.getItem(KEPT_MARK) === "yes") return true;
  } catch {
    // Blocked, which says nothing about the database.
  }
  try {
    return (await indexedDB.databases()).some(({ name }) => name === IMPORTS_DATABASE);
  } catch {
    return false;
  }
}
