import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptSketchbook, Sketchbook } from "../../src/data/sketch";
import { SKETCH_KEY } from "../../src/data/sketch-mark";
import { sketchbookIn } from "../../src/data/sketch-store";
import { createOwnLayers } from "../../src/state/own-layers";
import { keepSketchLayer, SKETCH_LAYER_ID } from "../../src/state/sketch-layer";
import { createSketches, type Sketches } from "../../src/state/sketches";

/** A device's storage, with room for so many characters. */
function storageOf(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const over = (storage: Storage): Sketches => createSketches(sketchbookIn(() => storage));

/** What is drawn, without the count of numbers given out. */
const shown = ({ sketches, draft }: Sketchbook) => ({ sketches, draft });

const verticesOf = (sketches: Sketches) => sketches.shapes().flatMap(({ vertices }) => vertices);

type Act = (sketches: Sketches) => void;
const vertex = fc.tuple(
  // A map that shows the world more than once is pressed beyond its edge.
  fc.double({ min: -900, max: 900, noNaN: true }),
  fc.double({ min: -91, max: 91, noNaN: true }),
);
/** What date fields hand over, years of six digits among them. */
const day = fc.constantFrom("", "2024-01-16", "12024-01-16", "275760-09-13", "0000-00-00");
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constantFrom("point", "line", "area", "text"), vertex).map(
    ([kind, at]): Act =>
      (sketches) =>
        void sketches.add(kind, at),
  ),
  fc.constant<Act>((sketches) => void sketches.finish()),
  fc.constant<Act>((sketches) => sketches.giveUp()),
  fc.nat(6).map(
    (at): Act =>
      (sketches) =>
        void sketches.removeVertex(at),
  ),
  fc.tuple(fc.nat(6), vertex).map(
    ([at, place]): Act =>
      (sketches) =>
        sketches.insertVertex(at, place),
  ),
  fc.string({ unit: "binary", maxLength: 20 }).map(
    (title): Act =>
      (sketches) =>
        sketches.change(sketches.book.peek().sketches[0]?.id ?? "", { title }),
  ),
  fc.tuple(day, vertex).map(
    ([date, at]): Act =>
      (sketches) =>
        sketches.change(sketches.book.peek().sketches[0]?.id ?? "", { date, vertices: [[...at]] }),
  ),
  fc.constant<Act>((sketches) => sketches.remove(sketches.book.peek().sketches[0]?.id ?? "")),
);

describe("the vertices of all that is drawn", () => {
  it("are taken off by their number, but not those that a line or an area needs", () => {
    const sketches = over(storageOf());
    sketches.add("point", [61, 27]);
    for (const at of [0, 1, 2, 3]) sketches.add("area", [62 + at, 28]);
    sketches.finish();
    sketches.add("line", [70, 30]);
    expect(sketches.removeVertex(2)).toBeNull();
    expect(verticesOf(sketches)).toEqual([
      [61, 27],
      [62, 28],
      [64, 28],
      [65, 28],
      [70, 30],
    ]);
    expect(sketches.removeVertex(2)).toBe(3);
    expect(sketches.removeVertex(4)).toBeNull();
    expect(sketches.book.peek().draft).toBeNull();
    expect(sketches.removeVertex(9)).toBeNull();
    expect(sketches.removeVertex(0)).toBeNull();
    expect(sketches.book.peek().sketches.map(({ kind }) => kind)).toEqual(["area"]);
    sketches.undo();
    expect(verticesOf(sketches)[0]).toEqual([61, 27]);
  });

  it("are moved by their number, those of the draft too, and back by undo", () => {
    const sketches = over(storageOf());
    sketches.add("point", [61, 27]);
    sketches.add("line", [62, 28]);
    sketches.add("line", [63, 29]);
    sketches.finish();
    sketches.add("area", [64, 30]);
    sketches.moveVertex(2, [63.5, 29.5]);
    sketches.moveVertex(3, [64.5, 30.5]);
    expect(verticesOf(sketches)).toEqual([
      [61, 27],
      [62, 28],
      [63.5, 29.5],
      [64.5, 30.5],
    ]);
    sketches.undo();
    sketches.undo();
    expect(verticesOf(sketches)).toEqual([
      [61, 27],
      [62, 28],
      [63, 29],
      [64, 30],
    ]);
  });
});

it("a corner is put into the shape whose side was dragged, the closing side of an area too", () => {
  const sketches = over(storageOf());
  for (const at of [0, 1, 2]) sketches.add("area", [60 + at, 28 + at]);
  sketches.finish();
  for (const at of [0, 1]) sketches.add("line", [70 + at, 30]);
  sketches.insertVertex(3, [59, 30]);
  sketches.insertVertex(5, [70.5, 31]);
  sketches.insertVertex(9, [0, 0]);
  expect(sketches.shapes()).toEqual([
    {
      isClosed: true,
      vertices: [
        [60, 28],
        [61, 29],
        [62, 30],
        [59, 30],
      ],
    },
    {
      isClosed: false,
      vertices: [
        [70, 30],
        [70.5, 31],
        [71, 30],
      ],
    },
  ]);
});

describe("drawing", () => {
  it("takes back and brings back every step, and keeps each at once", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const storage = storageOf();
        const sketches = over(storage);
        const states = [shown(sketches.book.peek())];
        for (const change of acts) {
          const before = sketches.book.peek();
          change(sketches);
          if (sketches.book.peek() !== before) states.push(shown(sketches.book.peek()));
          // A tab that is killed here finds the same when it is opened again, with its steps.
          const again = over(storage);
          expect(shown(again.book.peek())).toEqual(JSON.parse(JSON.stringify(shown(sketches.book.peek()))));
          expect(again.canUndo.peek()).toBe(sketches.canUndo.peek());
        }
        for (const state of states.slice(0, -1).reverse()) {
          sketches.undo();
          expect(shown(sketches.book.peek())).toEqual(state);
        }
        for (const state of states.slice(1)) {
          sketches.redo();
          expect(shown(sketches.book.peek())).toEqual(state);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("never gives a number twice, whatever is undone", () => {
    const sketches = over(storageOf());
    expect(sketches.add("point", [61, 27])).toBe("1");
    sketches.undo();
    expect(sketches.add("point", [62, 27])).toBe("2");
  });

  it("finishes a line of two vertices and an area of three, and nothing less", () => {
    const sketches = over(storageOf());
    sketches.add("area", [61, 27]);
    sketches.add("area", [62, 27]);
    expect(sketches.finish()).toBeNull();
    sketches.add("area", [62, 28]);
    expect(sketches.finish()).toBe("1");
    expect(sketches.book.peek().sketches[0]?.vertices).toHaveLength(3);
  });

  it("lets the steps go when there is no room for them, and says when there is none at all", () => {
    const tight = storageOf(700);
    const sketches = over(tight);
    for (let index = 0; index < 4; index++) sketches.add("point", [61 + index, 27]);
    expect(sketches.isKept.peek()).toBe(true);
    expect(over(tight).book.peek().sketches).toHaveLength(4);
    const full = over(storageOf(10));
    full.add("point", [61, 27]);
    expect(full.isKept.peek()).toBe(false);
    expect(full.book.peek().sketches).toHaveLength(1);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"version":2}',
    '{"version":1,"now":{"sketches":[{"__proto__":{}}],"draft":null,"given":0},"past":[],"future":[]}',
    '{"version":1,"now":{"sketches":[{"id":"1","kind":"point","vertices":[[500,0]],"title":"","note":"","category":"","date":""}],"draft":null,"given":1},"past":[],"future":[]}',
  ])("puts aside what it cannot read: %s", (text) => {
    const storage = storageOf();
    storage.setItem(SKETCH_KEY, text);
    expect(over(storage).book.peek().sketches).toEqual([]);
    expect(storage.getItem(`${SKETCH_KEY}:unread`)).toBe(text);
  });

  it("puts nothing in the place of what was put aside before", () => {
    const storage = storageOf();
    for (const text of ["first", "second", "third"]) {
      storage.setItem(SKETCH_KEY, text);
      over(storage);
    }
    const aside = ["", "-2", "-3"].map((end) => storage.getItem(`${SKETCH_KEY}:unread${end}`));
    expect(aside).toEqual(["first", "second", "third"]);
  });

  it("moves what it cannot read when there is no room for it twice, and leaves it alone when it cannot even be moved", () => {
    const storage = storageOf();
    storage.setItem(SKETCH_KEY, "unreadable");
    const isRoomy = () => storage.getItem(SKETCH_KEY) === null;
    let isOpen = true;
    const crowded: Storage = {
      ...storage,
      setItem(key, value) {
        if (!isRoomy() || !(isOpen || key === SKETCH_KEY)) throw new DOMException("full", "QuotaExceededError");
        storage.setItem(key, value);
      },
    };
    isOpen = false;
    const unkept = over(crowded);
    unkept.add("point", [61, 27]);
    expect(unkept.isKept.peek()).toBe(false);
    expect(storage.getItem(SKETCH_KEY)).toBe("unreadable");
    isOpen = true;
    unkept.add("point", [62, 28]);
    expect(unkept.isKept.peek()).toBe(true);
    expect(storage.getItem(`${SKETCH_KEY}:unread`)).toBe("unreadable");
    expect(over(storage).book.peek().sketches).toHaveLength(2);
  });

  it("writes nothing over what it could not look at, and keeps what is on the page when another tab's step cannot be read", () => {
    const storage = storageOf();
    over(storage).add("text", [61, 27]);
    const before = storage.getItem(SKETCH_KEY);
    let isBlocked = true;
    const sketches = over({
      ...storage,
      getItem(key) {
        if (isBlocked) throw new DOMException("denied", "SecurityError");
        return storage.getItem(key);
      },
    });
    sketches.add("point", [62, 28]);
    sketches.reread();
    expect(sketches.book.peek().sketches).toHaveLength(1);
    expect(sketches.isKept.peek()).toBe(false);
    expect(storage.getItem(SKETCH_KEY)).toBe(before);
    isBlocked = false;
    sketches.add("point", [63, 29]);
    expect(sketches.isKept.peek()).toBe(true);
    expect(storage.getItem(`${SKETCH_KEY}:unread`)).toBe(before);
    expect(over(storage).book.peek().sketches).toHaveLength(2);
  });
});

describe("a book that two pages draw in", () => {
  it("loses nothing of the one when the other slept meanwhile, and goes on from there", () => {
    const storage = storageOf();
    const [first, second] = [over(storage), over(storage)];
    first.add("point", [61, 27]);
    expect(second.add("point", [62, 27])).toBe("2");
    first.change("1", { title: "First" });
    second.add("line", [63, 27]);
    first.add("line", [64, 27]);
    expect(first.finish()).toBe("3");
    expect(over(storage).book.peek().sketches).toEqual(first.book.peek().sketches);
    expect(verticesOf(first)).toEqual([
      [61, 27],
      [62, 27],
      [63, 27],
      [64, 27],
    ]);
    second.undo();
    expect(second.book.peek().draft?.vertices).toHaveLength(2);
  });

  it("stays on the page when something else is written in its place, and is kept again with the next step", () => {
    const storage = storageOf();
    const sketches = over(storage);
    sketches.add("point", [61, 27]);
    storage.setItem(SKETCH_KEY, '{"version":2}');
    sketches.reread();
    expect(sketches.book.peek().sketches).toHaveLength(1);
    sketches.add("point", [62, 27]);
    expect(over(storage).book.peek().sketches).toHaveLength(2);
    expect(storage.getItem(`${SKETCH_KEY}:unread`)).toBe('{"version":2}');
  });

  it("does nothing with a number of a vertex that the other may have changed", () => {
    const storage = storageOf();
    const first = over(storage);
    first.add("point", [61, 27]);
    const second = over(storage);
    first.remove("1");
    first.add("point", [65, 30]);
    second.moveVertex(0, [0, 0]);
    expect(verticesOf(second)).toEqual([[65, 30]]);
    second.moveVertex(0, [66, 31]);
    expect(verticesOf(over(storage))).toEqual([[66, 31]]);
  });

  it("keeps steps that the device refused on the page that made them", () => {
    const storage = storageOf();
    const roomless = over({
      ...storage,
      setItem() {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    roomless.add("point", [61, 27]);
    over(storage).add("point", [62, 27]);
    roomless.add("point", [63, 27]);
    expect(roomless.book.peek().sketches).toHaveLength(2);
  });
});

describe("the layer of what is drawn", () => {
  const names = { layer: "Drawn by you", untitled: (kind: string) => `Untitled ${kind}` };

  it("is one of the reader's own layers, goes with the last sketch and comes back with undo", () => {
    const own = createOwnLayers();
    const storage = storageOf();
    const sketches = over(storage);
    keepSketchLayer(own, sketches, () => names);
    expect(own.list.peek()).toEqual([]);
    sketches.add("point", [61.5, 27.25]);
    sketches.change("1", { title: "<b>Here</b>", date: "2024-01-16", category: "seen" });
    const [layer] = own.list.peek();
    expect(layer?.layer.id).toBe(SKETCH_LAYER_ID);
    expect(layer?.features[0]).toMatchObject({
      geometry: { type: "Point", coordinates: [61.5, 27.25] },
      properties: { title: { en: "<b>Here</b>" }, category: "seen", when: { start: "2024-01-16", precision: "day" } },
    });
    sketches.remove("1");
    expect(own.list.peek()).toEqual([]);
    sketches.undo();
    expect(own.list.peek()[0]?.features).toHaveLength(1);
  });

  it("is forgotten with everything when the reader removes it", async () => {
    const own = createOwnLayers();
    const storage = storageOf();
    const sketches = over(storage);
    keepSketchLayer(own, sketches, () => names);
    sketches.add("text", [61, 27]);
    await own.remove(SKETCH_LAYER_ID);
    expect(storage.getItem(SKETCH_KEY)).toBeNull();
    expect(sketches.canUndo.peek()).toBe(false);
    expect(own.list.peek()).toEqual([]);
  });

  it("closes an area and shows an unfinished one as far as it goes", () => {
    const own = createOwnLayers();
    const sketches = over(storageOf());
    keepSketchLayer(own, sketches, () => names);
    const types: (string | undefined)[] = [];
    for (const at of [
      [61, 27],
      [62, 27],
      [62, 28],
    ] as const) {
      sketches.add("area", at);
      types.push(own.list.peek()[0]?.features[0]?.geometry?.type);
    }
    expect(types).toEqual(["Point", "LineString", "Polygon"]);
    const kept: KeptSketchbook["now"] = sketches.book.peek();
    expect(kept.draft?.vertices).toHaveLength(3);
  });
});
