const urls = import.meta.glob<string>(
  [
    "../../data/*.geojson",
    "!../../data/border-*.geojson",
    "!../../data/countries.geojson",
    "!../../data/world-countries.geojson",
  ],
  {
    query: "?url",
    import: "default",
    eager: true,
  },
);

/** The address of a data file as built (its name carries a hash); throws for a file that is not shipped. */
export function dataUrl(file: string): string {
  const url = urls[`../../data/${file}`];
  if (url === undefined) throw new Error(`no such data file: ${file}`);
  return url;
}
