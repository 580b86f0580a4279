import { buildOpenBasemap, buildOsmBasemap } from "./basemap.ts";
import { buildRelief } from "./relief.ts";

/** Builds the base map and the relief again from their pinned packages and from `data/raw`. */
buildOsmBasemap();
buildOpenBasemap();
await buildRelief();
