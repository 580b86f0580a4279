/** Whatever the atlas keeps on a device carries this name in front. */
const OURS = "sarhad";
/** What `localStorage` holds of the atlas has the version of its form in its name. */
export const SETTING_PREFIX = `${OURS}:`;

function namesIn(storage: () => Storage): string[] {
  try {
    return Object.keys(storage()).filter((name) => name.startsWith(SETTING_PREFIX));
  } catch {
    return [];
  }
}

/** The names of our entries in `localStorage`; none where it is blocked. */
export const settingNames = (): string[] => namesIn(() => localStorage);

/** The names of what is remembered until the tab is closed; none where that is blocked. */
export const passingNames = (): string[] => namesIn(() => sessionStorage);

/** The names of our databases; none where they are blocked. */
export async function databaseNames(): Promise<string[]> {
  try {
    const all = await indexedDB.databases();
    return all.flatMap(({ name }) => (name?.startsWith(OURS) ? [name] : []));
  } catch {
    return [];
  }
}

/** The names of our caches for the copy of the atlas in `folder`; none where they are blocked. */
export async function cacheNamesOf(folder: string): Promise<string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(OURS) && name.endsWith(` ${folder}`));
  } catch {
    return [];
  }
}
