/** Style sheets that are there or on their way, and scripts announced, by address. */
const asked = new Map<string, Promise<void>>();

/** A sheet ends up behind that of the page: of two equally specific rules the page's would win otherwise. */
function addLink(href: string): Promise<void> {
  const link = document.createElement("link");
  const isSheet = href.endsWith(".css");
  link.rel = isSheet ? "stylesheet" : "modulepreload";
  link.crossOrigin = "";
  link.href = href;
  document.body.append(link);
  if (!isSheet) return Promise.resolve();
  return new Promise((resolve) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => {
      // A part is of use without its sheet; the next ask tries again.
      link.remove();
      asked.delete(href);
      resolve();
    });
  });
}

/**
 * Fetches a part of the page: what `load` imports, once the style sheets among `files` (addresses relative to `importer`,
 * which is in the folder of all scripts) are there; the scripts among them are what the part itself imports, so that all
 * comes at once. Rejects as `load` does.
 * The build puts it round every dynamic import in place of Vite's own, which is four times as long, asks for the scripts
 * only after the sheets, and puts these in the head.
 */
export async function fetchPart<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
  importer = import.meta.url,
): Promise<Part> {
  const links = files.map((file) => {
    const { href } = new URL(file, importer);
    const link = asked.get(href) ?? addLink(href);
    asked.set(href, link);
    return link;
  });
  const [part] = await Promise.all([load(), ...links]);
  return part;
}
