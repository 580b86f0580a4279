import { expect, it, type Mock, vi } from "vitest";
import { fetchGround, type GroundWorker } from "../../src/geo/fetch-ground";
import { unpackLines, unpackPolygons } from "../../src/geo/packed";
import { serveGround } from "../../src/geo/serve-ground";

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

/** A worker that does its work here. */
function inProcess(): Omit<GroundWorker, "terminate"> & { readonly terminate: Mock<() => void> } {
  const worker: Omit<GroundWorker, "terminate"> & { readonly terminate: Mock<() => void> } = {
    postMessage: (files) => void serve(files),
    terminate: vi.fn<() => void>(),
    onmessage: null,
    onerror: null,
  };
  const serve = serveGround((data) => worker.onmessage?.({ data }));
  return worker;
}

it("hands the page lines and countries as packed numbers, and ends its worker", async () => {
  const worker = inProcess();
  const files = { borderFull: line("border"), borderLine: line("border-200m"), countries };
  const ground = await fetchGround(files, () => worker);
  expect(ground.lines.map(({ id, isBorder }) => [id, isBorder])).toEqual([
    ["border", true],
    ["border-200m", true],
  ]);
  expect(ground.lines.map(unpackLines)).toEqual([[LINE], [LINE]]);
  expect(ground.countries.map((country) => [country.code, unpackPolygons(country)])).toEqual([["IR", [[RING]]]]);
  expect(worker.terminate).toHaveBeenCalledOnce();
});

it("names the file that could not be read, and what the browser says of a worker that does not start", async () => {
  const files = { borderFull: line("border"), borderLine: "data:application/json,{", countries };
  await expect(fetchGround(files, inProcess)).rejects.toThrow("border-line.geojson: is not valid JSON");
  const broken = inProcess();
  broken.postMessage = () => broken.onerror?.({ message: "blocked" });
  await expect(fetchGround(files, () => broken)).rejects.toThrow("blocked");
  expect(broken.terminate).toHaveBeenCalledOnce();
});
