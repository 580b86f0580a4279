/** A file name for a picture: the words of its title that any system can write, else “map”, with the day. */
export function pictureName(title: string, day: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `sarhad-${words?.join("-").slice(0, 60).replace(/-$/, "") || "map"}-${day}`;
}
