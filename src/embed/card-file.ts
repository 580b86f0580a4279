/** Layers whose records say much come in several files of cards, so that the first card brings little beside itself. */
const FILES: Readonly<Record<string, number>> = {
  agreements: 8,
  corridors: 6,
  crossings: 3,
  incidents: 6,
  markets: 2,
  memberships: 6,
  ports: 2,
  strikes: 9,
  towns: 3,
};

/** How many files the cards of a layer come in. The same for all versions of the data. */
export const cardFilesOf = (layer: string): number => FILES[layer] ?? 1;

/** Which of the files of its layer holds the card of a record, from 0: told by the letters of its id alone (FNV-1a). */
export function cardFileOf({ layer, id }: { readonly layer: string; readonly id: string }): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % cardFilesOf(layer);
}
