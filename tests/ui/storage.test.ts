import fc from "fast-check";
import { expect, it } from "vitest";
import { createStore } from "../../src/ui/storage";

/** A device that may throw at any moment and hold anything. */
function device(kept: Map<string, string>, faults: { reading: boolean; writing: boolean; blocked: boolean }) {
  return () => {
    if (faults.blocked) throw new DOMException("denied", "SecurityError");
    return {
      getItem(name: string) {
        if (faults.reading) throw new DOMException("broken", "UnknownError");
        return kept.get(name) ?? null;
      },
      setItem(name: string, value: string) {
        if (faults.writing) throw new DOMException("full", "QuotaExceededError");
        kept.set(name, value);
      },
    } as Storage;
  };
}

const CHOICES = ["auto", "light", "dark"] as const;

it("what the device holds or refuses never gives more than one of the allowed values, and never throws", () => {
  fc.assert(
    fc.property(
      fc.option(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...CHOICES, "__proto__", "null"))),
      fc.record({ reading: fc.boolean(), writing: fc.boolean(), blocked: fc.boolean() }),
      fc.constantFrom(...CHOICES),
      fc.constantFrom(...CHOICES),
      (held, faults, fallback, chosen) => {
        const kept = new Map(held === null ? [] : [["sarhad:1:theme", held]]);
        const store = createStore(device(kept, faults));
        const known = CHOICES.find((choice) => choice === held);
        const canRead = !faults.reading && !faults.blocked;
        expect(store.read("theme", CHOICES, fallback)).toBe((canRead && known) || fallback);
        store.write("theme", chosen);
        const canWrite = !faults.writing && !faults.blocked;
        if (canWrite && canRead) expect(store.read("theme", CHOICES, fallback)).toBe(chosen);
        else expect(kept.get("sarhad:1:theme")).toBe(canWrite ? chosen : (held ?? undefined));
      },
    ),
  );
});

it("writes nothing that is there already", () => {
  const kept = new Map([["sarhad:1:theme", "dark"]]);
  const held = device(kept, { reading: false, writing: false, blocked: false });
  const written: string[] = [];
  const storage = () => ({ ...held(), setItem: (name: string) => written.push(name) }) as unknown as Storage;
  const store = createStore(storage);
  expect(store.read("theme", CHOICES, "auto")).toBe("dark");
  expect(store.read("other", CHOICES, "auto")).toBe("auto");
  store.write("theme", "dark");
  store.write("other", "auto");
  expect(written).toEqual([]);
  store.write("theme", "light");
  store.write("theme", "light");
  expect(written).toEqual(["sarhad:1:theme"]);
});
