/** Where the script and the styles of the full map lie; the page knows, as their names change with every build. */
interface FullMapAddresses {
  readonly script: string;
  readonly styles: readonly string[];
}

function addressesOf(page: HTMLElement): FullMapAddresses {
  const { fullScript = "", fullStyles = "" } = page.dataset;
  return { script: fullScript, styles: fullStyles.split(" ").filter((address) => address !== "") };
}

function load(element: HTMLLinkElement | HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error("not allowed or not there")));
    document.head.append(element);
  });
}

/**
 * Replaces the light map by the full WebGL map, which reads the view from the address. Rejects, with the light map still
 * there, when the script does not load: for instance in a frame of opaque origin on a host that sends no CORS header.
 */
export async function openFullMap(page: HTMLElement): Promise<void> {
  const { script, styles } = addressesOf(page);
  const module = document.createElement("script");
  module.type = "module";
  module.src = script;
  const links = styles.map((href) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    return link;
  });
  const places = ["map", "app"].map((id) => {
    const place = document.createElement("div");
    place.id = id;
    return place;
  });
  places[0]?.setAttribute("dir", "ltr");
  // The map fetches its tiles and fonts from the folder of the atlas, wherever this page lies.
  document.documentElement.dataset.site = new URL("..", new URL(script, document.baseURI)).href;
  document.documentElement.dataset.full = "coming";
  document.body.append(...places);
  try {
    await Promise.all([...links, module].map((element) => load(element)));
    document.documentElement.dataset.full = "shown";
    page.remove();
  } catch (error) {
    delete document.documentElement.dataset.full;
    for (const element of [...links, module, ...places]) element.remove();
    throw error;
  }
}
