import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchGround, type GroundWorker, inProcessGroundWorker } from "../../src/geo/fetch-ground";
import { unpackLines, unpackPolygons } from "../../src/geo/packed";

const LINE = [
  [61, 29],
  [62, 28],
];
const RING = [
  [60, 25],
  [62, 25],
  [62, 27],
  [60, 25],
];
const addressOf = (...features: unknown[]) =>
  `data:application/json,${encodeURIComponent(JSON.stringify({ type: "FeatureCollection", features }))}`;
const line = (id: string) =>
  addressOf({ type: "Feature", properties: { id }, geometry: { type: "LineString", coordinates: LINE } });
const countries = addressOf(
  ...["IR", "XX"].map((iso2) => ({
    type: "Feature",
    properties: { iso2 },
    geometry: { type: "MultiPolygon", coordinates: [[RING]] },
  })),
);

const files = { borderFull: line("border"), borderLine: line("border-200m"), countries };

it("hands the page lines and countries as packed numbers, and ends its worker", async () => {
  const worker = inProcessGroundWorker();
  const terminate = vi.spyOn(worker, "terminate");
  const ground = await fetchGround(files, () => worker);
  expect(ground.lines.map(({ id, isBorder }) => [id, isBorder])).toEqual([
    ["border", true],
    ["border-200m", true],
  ]);
  expect(ground.lines.map(unpackLines)).toEqual([[LINE], [LINE]]);
  expect(ground.countries.map((country) => [country.code, unpackPolygons(country)])).toEqual([["IR", [[RING]]]]);
  expect(terminate).toHaveBeenCalledOnce();
});

it("names the file that could not be read", async () => {
  const broken = { ...files, borderLine: "data:application/json,{" };
  await expect(fetchGround(broken, inProcessGroundWorker)).rejects.toThrow("border-line.geojson: is not valid JSON");
});

describe("without a worker", () => {
  afterEach(() => void vi.useRealTimers());
  const dead = (worker: Partial<GroundWorker>): GroundWorker => ({
    postMessage: () => {},
    terminate: () => {},
    onmessage: null,
    onerror: null,
    ...worker,
  });

  it("does the work on the page: when none may be started, and when one breaks off", async () => {
    const refused = () => {
      throw new DOMException("no origin", "SecurityError");
    };
    expect((await fetchGround(files, refused)).lines).toHaveLength(2);
    const broken = dead({});
    broken.postMessage = () => broken.onerror?.();
    expect((await fetchGround(files, () => broken)).lines).toHaveLength(2);
  });

  it("does the work on the page after fifteen seconds without a word", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const terminate = vi.fn<() => void>();
    const asked = fetchGround(files, () => dead({ terminate }));
    await vi.advanceTimersByTimeAsync(14_999);
    expect(terminate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(terminate).toHaveBeenCalledOnce();
    expect((await asked).lines).toHaveLength(2);
  });
});
