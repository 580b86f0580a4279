import { buildBasemap } from "/work/main/scripts/data/basemap.ts";

buildBasemap();
