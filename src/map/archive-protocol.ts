import { type AddProtocolAction, addProtocol } from "maplibre-gl";
import { ArchiveSource } from "./archive-source";
import { openArchive, type TileArchive } from "./tile-archive";

const SCHEME = "pmtiles";
const archives = new Map<string, TileArchive>();

/** The archive at an absolute address; the same one for the same address. */
export function archiveAt(url: string): TileArchive {
  const source = new ArchiveSource(url);
  const archive = archives.get(url) ?? openArchive((offset, length) => source.getBytes(offset, length));
  archives.set(url, archive);
  return archive;
}

/** Answers MapLibre: what an archive holds for `pmtiles://URL`, and a tile of it for `pmtiles://URL/z/x/y`. */
const answer: AddProtocolAction = async ({ type, url }) => {
  const address = url.slice(`${SCHEME}://`.length);
  if (type === "json") {
    const { minZoom: minzoom, maxZoom: maxzoom, bounds } = await archiveAt(address).head();
    return { data: { tiles: [`${url}/{z}/{x}/{y}`], minzoom, maxzoom, bounds } };
  }
  const [, file = "", z, x, y] = /^(.+)\/(\d+)\/(\d+)\/(\d+)$/.exec(address) ?? [];
  const archive = archiveAt(file);
  const tile = await archive.tile(Number(z), Number(x), Number(y));
  // An empty vector tile draws nothing; a picture cannot be empty, and MapLibre takes null for one that is missing.
  const nothing = (await archive.head()).isVector ? new ArrayBuffer(0) : (null as unknown as ArrayBuffer);
  return { data: tile ?? nothing };
};

/** Lets the style name archives as sources. */
export const serveArchives = (): void => addProtocol(SCHEME, answer);
