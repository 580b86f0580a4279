import { ArchiveSource } from "./archive-source";
import { openArchive, type TileArchive } from "./tile-archive";

const archives = new Map<string, TileArchive>();

/** The archive at an absolute address; the same one for the same address. */
export function archiveAt(url: string): TileArchive {
  const source = new ArchiveSource(url);
  const archive = archives.get(url) ?? openArchive((offset, length) => source.getBytes(offset, length));
  archives.set(url, archive);
  return archive;
}
