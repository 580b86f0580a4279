import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { z } from "zod";
import { OWN_SYMBOLS } from "../own-symbols";
import type { OwnColumns } from "./columns";
import { IMPORTS_DATABASE, KEPT_MARK } from "./kept-mark";
import { unusedId } from "./unused-id";

const VERSION = 1;

const texts = z.strictObject({ bytes: z.instanceof(Uint8Array), ends: z.instanceof(Uint32Array) });
const columns = z
  .strictObject({
    count: z.int().nonnegative(),
    numbers: z.instanceof(Uint32Array),
    lng: z.instanceof(Float64Array),
    lat: z.instanceof(Float64Array),
    // What was kept before heights were read has none.
    height: z.instanceof(Float64Array).nullable().default(null),
    start: z.instanceof(Int32Array),
    end: z.instanceof(Int32Array),
    timePrecision: z.instanceof(Uint8Array),
    precision: z.instanceof(Uint8Array),
    radius: z.instanceof(Float32Array),
    category: z.instanceof(Uint16Array),
    categories: z.array(z.string()),
    titles: texts,
    shapes: texts.nullable(),
    fields: z.array(z.string()).nullable(),
    cells: z.instanceof(Blob),
    cellStarts: z.instanceof(Float64Array),
    cellEnds: z.instanceof(Float64Array),
  })
  .refine(
    ({ count, numbers, lng, lat, start, end, timePrecision, precision, radius, category, titles, ...rest }) =>
      [numbers, lng, lat, start, end, timePrecision, precision, radius, category, titles.ends]
        .concat([rest.cellStarts, rest.cellEnds] as never[])
        .every(({ length }) => length === count),
    "columns differ in length",
  );
const stored = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^own-[a-z0-9-]+$/),
  title: z.string().min(1),
  symbol: z.enum(OWN_SYMBOLS),
  columns,
  /** Milliseconds since 1970; what was kept before orders were has none. */
  keptAt: z.number().default(0),
});

/** An import as the device keeps it. */
export interface StoredImport {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly symbol: (typeof OWN_SYMBOLS)[number];
  readonly columns: OwnColumns;
}

interface Schema extends DBSchema {
  layers: { key: string; value: unknown };
  /** What could not be read any more, kept so that nothing is destroyed. */
  broken: { key: string; value: unknown };
}

/** Browsers have been known never to answer; nobody is to wait for that. */
const OPEN_MILLISECONDS = 10_000;

async function open(): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(IMPORTS_DATABASE, VERSION, {
    upgrade(database) {
      database.createObjectStore("layers");
      database.createObjectStore("broken");
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException("the database does not open", "TimeoutError"));
      opening.then((database) => database.close()).catch(() => {});
    }, OPEN_MILLISECONDS);
  });
  return Promise.race([opening, silence]).finally(() => clearTimeout(timer));
}

async function withDatabase<T>(use: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

/** Remembers whether the device keeps an import, so that a page without one need not look. */
function markKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(KEPT_MARK, "yes");
    else localStorage.removeItem(KEPT_MARK);
  } catch {
    // Full or blocked: the database itself is the mark then.
  }
}

/**
 * Keeps an import on this device and resolves to the id under which it lies there: its own, or another one where something
 * is kept under that already, as by another tab. Rejects with a DOMException, named QuotaExceededError when there is no room.
 */
export function keepImport(layer: StoredImport): Promise<string> {
  return withDatabase(async (database) => {
    const change = database.transaction("layers", "readwrite");
    const id = unusedId(new Set(await change.store.getAllKeys()), layer.id);
    await Promise.all([change.store.put({ ...layer, id, keptAt: Date.now() }, id), change.done]);
    markKept(true);
    return id;
  });
}

/** Forgets an import; also one that is not there. */
export function forgetImport(id: string): Promise<void> {
  return withDatabase(async (database) => {
    await database.delete("layers", id);
    if ((await database.count("layers")) === 0) markKept(false);
  });
}

/** What the device keeps. */
export interface KeptImports {
  readonly imports: readonly StoredImport[];
  /** How many were of no known form: those are set aside and not read again. */
  readonly broken: number;
  /** How many the device did not hand out: those stay where they are. */
  readonly unread: number;
}

/** Every import that the device keeps, in the order in which they came. Rejects with a DOMException when the database does not open. */
export function keptImports(): Promise<KeptImports> {
  return withDatabase(async (database) => {
    const found: z.infer<typeof stored>[] = [];
    let broken = 0;
    let unread = 0;
    for (const key of await database.getAllKeys("layers")) {
      let value: unknown;
      try {
        value = await database.get("layers", key);
      } catch {
        unread++;
        continue;
      }
      const parsed = stored.safeParse(value);
      if (parsed.success) found.push(parsed.data);
      else {
        broken++;
        await database.put("broken", value, key);
        await database.delete("layers", key);
      }
    }
    const imports = found.sort((a, b) => a.keptAt - b.keptAt).map(({ keptAt: _, ...kept }): StoredImport => kept);
    return { imports, broken, unread };
  });
}
