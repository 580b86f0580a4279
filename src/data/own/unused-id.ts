/** `first`, or with the least number from 2 on behind it what is not among `taken`. */
export function unusedId(taken: ReadonlySet<string>, first: string): string {
  for (let number = 2, id = first; ; number++) {
    if (!taken.has(id)) return id;
    id = `${first}-${number}`;
  }
}
