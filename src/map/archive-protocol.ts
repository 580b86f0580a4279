import { type AddProtocolAction, addProtocol } from "maplibre-gl";
import { archiveAt } from "./archives";

const SCHEME = "pmtiles";

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
