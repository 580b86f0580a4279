import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { ArchiveSource, HEAD_BYTES } from "../../src/map/archive-source";
import { ARCHIVES } from "../../src/map/base-style";

const FILE = new Uint8Array(40_000).map((_, index) => index % 251);
const URL_OF_FILE = "https://atlas.example/basemap/relief.pmtiles";

const rangeOf = (init: RequestInit | undefined) => {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get("range") ?? "") ?? [];
  return [Number(from), Number(to) + 1] as const;
};
const ranged = vi.fn<typeof fetch>(async (_, init) => new Response(FILE.slice(...rangeOf(init)), { status: 206 }));
const whole = () => vi.fn<typeof fetch>(async () => new Response(FILE.slice(), { status: 200 }));

it.each(ARCHIVES)("the directories of the shipped archive %s are within the head", (name) => {
  const archive = readFileSync(join(import.meta.dirname, `../../public/basemap/${name}.pmtiles`));
  // PMTiles 3: offset and length of the root directory at bytes 8 and 16, of the leaf directories at 40 and 48.
  const word = (at: number) => Number(archive.readBigUInt64LE(at));
  expect(word(8) + word(16)).toBeLessThanOrEqual(HEAD_BYTES);
  expect(word(40) + word(48)).toBeLessThanOrEqual(HEAD_BYTES);
});

describe("ArchiveSource", () => {
  it("reads a range where the host has ranges", async () => {
    const source = new ArchiveSource(URL_OF_FILE, ranged);
    const data = await source.getBytes(10, 5);
    expect([...new Uint8Array(data)]).toEqual([10, 11, 12, 13, 14]);
  });

  it("reads the directories at its head with one request, and a tile with one more", async () => {
    const fetchFile = vi.fn<typeof fetch>((...request) => ranged(...request));
    const source = new ArchiveSource(URL_OF_FILE, fetchFile);
    await Promise.all([source.getBytes(0, 16_384), source.getBytes(20_000, 100)]);
    const data = await source.getBytes(35_000, 2);
    expect([...new Uint8Array(data)]).toEqual([35_000 % 251, 35_001 % 251]);
    expect(fetchFile.mock.calls.map(([, init]) => rangeOf(init))).toEqual([
      [0, HEAD_BYTES],
      [35_000, 35_002],
    ]);
  });

  it("reads the file once where the host has none, even when tiles are asked for at the same time", async () => {
    const fetchFile = whole();
    const source = new ArchiveSource(URL_OF_FILE, fetchFile);
    const [a, b] = await Promise.all([source.getBytes(0, 3), source.getBytes(33_000, 2)]);
    const c = await source.getBytes(39_998, 2);
    expect([...new Uint8Array(a)]).toEqual([0, 1, 2]);
    expect([...new Uint8Array(b)]).toEqual([119, 120]);
    expect([...new Uint8Array(c)]).toEqual([FILE[39_998], FILE[39_999]]);
    expect(fetchFile.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it("says which file failed and how", async () => {
    const source = new ArchiveSource(URL_OF_FILE, async () => new Response("gone", { status: 404 }));
    await expect(source.getBytes(0, 1)).rejects.toThrow("relief.pmtiles: HTTP 404");
  });

  it("asks again when the whole file broke off", async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new TypeError("network")),
    });
    const fetchFile = vi
      .fn<typeof fetch>()
      .mockResolvedValueOnce(new Response(broken, { status: 200 }))
      .mockResolvedValueOnce(new Response(FILE.slice(), { status: 200 }));
    const source = new ArchiveSource(URL_OF_FILE, fetchFile);
    await expect(source.getBytes(0, 1)).rejects.toThrow("network");
    expect(new Uint8Array(await source.getBytes(7, 1))[0]).toBe(7);
  });
});
