import type { FontFacesSpecification } from "@maplibre/maplibre-gl-style-spec";
import { MAP_FONTS } from "../picture/fonts";

/** The fonts of map labels, under the names that `text-font` uses. */
export const labelFaces = (baseUrl: string): FontFacesSpecification =>
  Object.fromEntries(
    Object.entries(MAP_FONTS).map(([name, files]) => [
      name,
      files.map(({ file, unicodeRange }) => ({ url: `${baseUrl}fonts/${file}`, "unicode-range": [...unicodeRange] })),
    ]),
  );
