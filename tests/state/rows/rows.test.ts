import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { inverse } from "../../../src/geo/geodesic";
import { createRows, inProcessRowsWorker, type RowsWorker } from "../../../src/state/rows/client";
import { nearestRows } from "../../../src/state/rows/nearest";
import { viewSieve } from "../../../src/state/rows/view-sieve";
import { columnsOf } from "./columns";

afterEach(() => {
  vi.useRealTimers();
});

const open = { period: null, filters: {} };

it("finds the rows whose title holds every word, in any of the spellings that search takes for one", async () => {
  const rows = createRows(inProcessRowsWorker);
  const columns = columnsOf([
    { title: "Wells of Mand" },
    { title: "well 2, Mānd" },
    { title: "Gate" },
    { title: "چاه ۱۲" },
    ...Array.from({ length: 9000 }, (_, at) => ({ title: `Point ${at}` })),
  ]);
  await rows.load("own-a", columns);
  const find = async (text: string, most = 3) => {
    const answer = await rows.ask("own-a", viewSieve(open, columns), "find", { text, most });
    return [[...(answer?.rows ?? [])], answer?.count];
  };
  expect(await find("MAND well")).toEqual([[0, 1], 2]);
  expect(await find("چاه 12")).toEqual([[3], 1]);
  expect(await find("point 8999")).toEqual([[9003], 1]);
  expect(await find("")).toEqual([[0, 1, 2], 9004]);
  expect(await find("nothing like it")).toEqual([[], 0]);
});

it("looks only among the rows let through, unless every row is wanted", async () => {
  const rows = createRows(inProcessRowsWorker);
  const columns = columnsOf([{ start: 0 }, { start: 50 }, {}]);
  await rows.load("own-a", columns);
  const sieve = viewSieve({ period: { from: "1970-01-01", to: "1970-01-05" }, filters: {} }, columns);
  expect((await rows.ask("own-a", sieve, "find", { text: "row", most: 9 }))?.count).toBe(2);
  expect((await rows.ask("own-a", sieve, "find", { text: "row", most: 9, isEveryRow: true }))?.count).toBe(3);
  rows.drop("own-a");
  expect(await rows.ask("own-a", sieve, "find", { text: "row", most: 9 })).toBeNull();
});

it("ends a question that was aborted and answers the next", async () => {
  const rows = createRows(inProcessRowsWorker);
  const columns = columnsOf(Array.from({ length: 20_000 }, () => ({})));
  await rows.load("own-a", columns);
  const abort = new AbortController();
  const asked = rows.ask("own-a", viewSieve(open, columns), "find", { text: "row 7", most: 1 }, abort.signal);
  abort.abort(new Error("changed"));
  await expect(asked).rejects.toThrow("changed");
  const answer = await rows.ask("own-a", viewSieve(open, columns), "find", { text: "row 19999", most: 5 });
  expect([...(answer?.rows ?? [])]).toEqual([19_999]);
});

it("keeps figures that came before the last column of their table", async () => {
  const columns = columnsOf([
    { lng: 61, lat: 27 },
    { lng: 62, lat: 28 },
  ]);
  const rows = createRows(inProcessRowsWorker);
  rows.setFigures("own-a", {
    side: Uint8Array.of(0, 1),
    borderMeters: Float64Array.of(900, 90_000),
    inside: [],
    hasFailed: false,
  });
  await rows.load("own-a", columns);
  const sieve = viewSieve({ period: null, filters: { "to-border": ["1"] } }, columns);
  expect([...((await rows.ask("own-a", sieve, "find", { text: "", most: 9 }))?.rows ?? [])]).toEqual([0]);
});

it("ranks the nearest rows as geodesics do, all over the earth", () => {
  const point = fc.record({
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
  });
  fc.assert(
    fc.property(point, fc.array(point, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (from, points, limit) => {
      const columns = { ...columnsOf([...points, {}]), isShape: null };
      const answer = nearestRows(columns, [from.lng, from.lat], limit, 0);
      const meters = points.map(({ lng, lat }) => inverse([from.lng, from.lat], [lng, lat]).meters).slice(1);
      expect([...answer.meters]).toEqual(meters.toSorted((a, b) => a - b).slice(0, limit));
      expect(answer.total).toBe(meters.length);
    }),
  );
});

/** A worker that takes everything and answers nothing. */
function deadWorker() {
  const worker: RowsWorker & { isTerminated: boolean } = {
    postMessage: () => {},
    terminate: () => {
      worker.isTerminated = true;
    },
    onmessage: null,
    onerror: null,
    isTerminated: false,
  };
  return worker;
}

const columnsOfTwo = columnsOf([
  { title: "well", lng: 61, lat: 27 },
  { title: "gate", lng: 62, lat: 28 },
]);
const inside = { side: null, borderMeters: null, inside: [Uint8Array.of(0, 1)], hasFailed: false };
const isInside = viewSieve({ period: null, filters: { inside: ["1"] } }, columnsOfTwo);

it.each([
  ["cannot be started", (dead: RowsWorker) => dead.onerror?.()],
  ["says nothing for fifteen seconds", () => vi.advanceTimersByTimeAsync(15_000)],
])("answers on the page itself, with all that was told and asked, when the worker %s", async (_, strike) => {
  vi.useFakeTimers();
  const dead = deadWorker();
  const rows = createRows(() => dead);
  const loading = rows.load("own-a", columnsOfTwo);
  await vi.advanceTimersByTimeAsync(1);
  await loading;
  rows.setFigures("own-a", inside);
  const asked = rows.ask("own-a", isInside, "find", { text: "", most: 9 });
  await strike(dead);
  vi.useRealTimers();
  expect([...((await asked)?.rows ?? [])]).toEqual([1]);
  expect(dead.isTerminated).toBe(true);
  const later = await rows.ask("own-a", viewSieve(open, columnsOfTwo), "find", { text: "well", most: 9 });
  expect([...(later?.rows ?? [])]).toEqual([0]);
});

it("answers on the page itself where no worker may be made", async () => {
  const rows = createRows(() => {
    throw new DOMException("denied", "SecurityError");
  });
  await rows.load("own-a", columnsOfTwo);
  const answer = await rows.ask("own-a", viewSieve(open, columnsOfTwo), "find", { text: "gate", most: 9 });
  expect([...(answer?.rows ?? [])]).toEqual([1]);
});
