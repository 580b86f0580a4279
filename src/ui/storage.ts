/** What the page remembers on this device, if it may: every read and write can fail, and then nothing is remembered. */
export interface Store {
  /** The value kept under `name`, if it is one of `allowed`; else `fallback`. */
  read<T extends string>(name: string, allowed: readonly T[], fallback: T): T;
  write(name: string, value: string): void;
}

const PREFIX = "sarhad:1:";

/** A store over `storage()`, which may throw or be missing: blocked storage throws on the mere reading of it. */
export function createStore(storage: () => Storage | null): Store {
  /** What is known of each value: writing what is there costs every start some milliseconds. */
  const last = new Map<string, string>();
  return {
    read(name, allowed, fallback) {
      try {
        const kept = storage()?.getItem(PREFIX + name);
        const value = allowed.find((one) => one === kept) ?? fallback;
        last.set(name, value);
        return value;
      } catch {
        return fallback;
      }
    },
    write(name, value) {
      if (last.get(name) === value) return;
      last.set(name, value);
      try {
        storage()?.setItem(PREFIX + name, value);
      } catch {
        // Blocked or full: the page works the same, it only forgets.
      }
    },
  };
}
