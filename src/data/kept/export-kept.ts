import { strToU8, zipSync } from "fflate";
import { openDB } from "idb";
import { plainValue } from "./plain-value";
import { databaseNames, settingNames } from "./storages";

const LESSON = "sarhad:1:own-lesson";

async function readDatabase(name: string): Promise<unknown> {
  const database = await openDB(name);
  try {
    const stores: Record<string, unknown> = {};
    for (const store of database.objectStoreNames) {
      const keys = await database.getAllKeys(store);
      stores[store] = await Promise.all(
        keys.map(async (key) => ({ key, value: await plainValue(await database.get(store, key)) })),
      );
    }
    return { version: database.version, stores };
  } finally {
    database.close();
  }
}

/**
 * Everything the atlas keeps on this device, as a zip: settings and databases as JSON, what was set aside as unreadable
 * included, and the lesson of one's own as a file that can be opened again. Rejects when a database cannot be read.
 */
export async function exportKept(): Promise<Blob> {
  const settings = Object.fromEntries(settingNames().map((name) => [name, localStorage.getItem(name)]));
  const files: Record<string, Uint8Array> = { "settings.json": strToU8(JSON.stringify(settings, null, 2)) };
  const lesson = settings[LESSON];
  if (lesson) files["lesson.sarhad.json"] = strToU8(lesson);
  for (const name of await databaseNames()) {
    files[`${name}.json`] = strToU8(JSON.stringify(await readDatabase(name), null, 2));
  }
  // fflate's other way starts workers from addresses that the policy of the page forbids.
  const bytes = zipSync(files, { level: 1 });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/zip" });
}
