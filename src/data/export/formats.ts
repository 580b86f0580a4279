import { csv } from "./csv";
import type { ExportFormat } from "./export-set";
import { flatgeobuf } from "./flatgeobuf";
import { geojson } from "./geojson";
import { gpx } from "./gpx";
import { kml } from "./kml";

/** Every format in which records can be taken away, in the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [geojson, csv, kml, gpx, flatgeobuf];
