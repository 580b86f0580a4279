import type { ExpressionSpecification, SymbolLayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Banded } from "./bands";
import { BOLD, besideSymbol, haloed, ITALIC, REGULAR } from "./label-layout";
import { nameIn, nameLabel } from "./label-text";
import type { StyleContext } from "./style-context";

/** The greatest rank of a town (0 largest … 6 smallest) that is shown at a zoom. */
const townsAt: ExpressionSpecification = [
  "<=",
  ["get", "rank"],
  ["step", ["zoom"], 0, 3, 1, 4, 2, 5, 3, 6, 4, 8, 5, 9, 6],
];

/** Names of the base map: seas, countries, provinces, mountains, rivers, towns, airports. */
export function baseLabels({ palette, language, secondLanguage }: StyleContext): Banded {
  const isLatin = language === "en";
  const label = (
    id: string,
    sourceLayer: string,
    minzoom: number,
    layout: SymbolLayerSpecification["layout"],
    color: string,
    rest: Partial<SymbolLayerSpecification> = {},
  ): SymbolLayerSpecification => ({
    id,
    type: "symbol",
    source: "basemap-open",
    "source-layer": sourceLayer,
    minzoom,
    layout: { "text-field": nameIn(language), "text-max-width": 8, ...layout },
    paint: haloed(palette, color, 1.2),
    ...rest,
  });
  const town = label(
    "town-label",
    "town",
    3,
    {
      ...besideSymbol(0.5),
      "icon-image": ["step", ["get", "rank"], "town.3", 2, "town.2", 4, "town.1"],
      "text-field": nameLabel(language, secondLanguage),
      "text-font": REGULAR,
      "text-size": ["interpolate", ["linear"], ["zoom"], 4, 11, 10, ["step", ["get", "rank"], 16, 2, 14, 4, 12.5]],
      "symbol-sort-key": ["get", "rank"],
      "text-optional": false,
    },
    palette.ink,
    { filter: townsAt },
  );
  return {
    labels: [
      label(
        "physical-label",
        "physical",
        3,
        {
          "text-font": ITALIC,
          "text-size": ["interpolate", ["linear"], ["zoom"], 3, 11, 8, 15],
          "text-letter-spacing": isLatin ? 0.15 : 0,
          "text-max-width": 7,
        },
        palette.terrain,
        {
          filter: [
            "!",
            ["in", ["get", "kind"], ["literal", ["sea", "gulf", "ocean", "bay", "strait", "lake", "water"]]],
          ],
        },
      ),
      label(
        "mountain-label",
        "mountain",
        6,
        {
          "icon-image": "peak",
          "icon-size": 0.6,
          "text-font": ITALIC,
          "text-size": 11,
          "text-offset": [0, 0.9],
          "text-anchor": "top",
          "text-optional": true,
        },
        palette.terrain,
      ),
      label(
        "river-label",
        "river",
        6,
        { "symbol-placement": "line", "text-font": ITALIC, "text-size": 11, "text-offset": [0, -0.7] },
        palette.water,
      ),
      label(
        "airport-label",
        "airport",
        8,
        {
          "text-field": ["get", "iata"],
          "text-font": REGULAR,
          "text-size": 11,
          "icon-image": "airport",
          "text-anchor": "top",
          "text-offset": [0, 0.7],
        },
        palette.muted,
      ),
      label(
        "province-label",
        "province",
        5,
        {
          "text-font": REGULAR,
          "text-size": ["interpolate", ["linear"], ["zoom"], 5, 10.5, 8, 14],
          "text-letter-spacing": isLatin ? 0.12 : 0,
          "text-padding": 12,
        },
        palette.admin,
        { maxzoom: 9 },
      ),
      town,
      label(
        "sea-label",
        "physical",
        3,
        {
          "text-font": ITALIC,
          "text-size": ["interpolate", ["linear"], ["zoom"], 3, 12, 7, 18],
          "text-letter-spacing": isLatin ? 0.2 : 0,
          "text-max-width": 7,
        },
        palette.water,
        { filter: ["in", ["get", "kind"], ["literal", ["sea", "gulf", "ocean", "bay", "strait", "lake", "water"]]] },
      ),
      label(
        "country-label",
        "country",
        2,
        {
          "text-font": BOLD,
          "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 18],
          "text-letter-spacing": isLatin ? 0.2 : 0,
          "text-transform": isLatin ? "uppercase" : "none",
          "text-padding": 6,
        },
        palette.muted,
        { maxzoom: 8 },
      ),
    ],
  };
}
