import { deleteDB } from "idb";
import { cacheNamesOf, databaseNames, passingNames, settingNames } from "./storages";

/**
 * Takes everything of the atlas off this device: settings, lessons, imports, drawings, what is kept offline, and the
 * service worker of the copy in `folder`. Answers the names of what could not be erased; none of it stops the rest.
 */
export async function eraseKept(folder: string): Promise<readonly string[]> {
  const failed: string[] = [];
  const attempt = async (name: string, erase: () => unknown) => {
    try {
      await erase();
    } catch {
      failed.push(name);
    }
  };
  for (const name of settingNames()) await attempt(name, () => localStorage.removeItem(name));
  for (const name of passingNames()) await attempt(name, () => sessionStorage.removeItem(name));
  for (const name of await databaseNames()) {
    // Another tab that has it open is asked to let go; waiting for a tab that does not would never end.
    await attempt(
      name,
      () =>
        new Promise<void>((resolve, reject) => {
          deleteDB(name, { blocked: () => reject(new Error("in use")) }).then(resolve, reject);
        }),
    );
  }
  for (const name of await cacheNamesOf(folder)) await attempt(name, () => caches.delete(name));
  await attempt("service worker", async () => {
    const registration = await navigator.serviceWorker?.getRegistration(folder);
    await registration?.unregister();
  });
  return failed;
}
