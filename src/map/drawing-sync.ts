import { computed, effect } from "@preact/signals-core";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Page } from "../state/page";

/** Keeps the globe and the height of the land in step with the page until disposed. */
export function keepDrawing(map: MapLibreMap, { drawing }: Page): () => void {
  const isGlobe = computed(() => drawing.value.isGlobe);
  const exaggeration = computed(() => drawing.value.exaggeration);
  const stopGlobe = effect(() => {
    if (isGlobe.value || map.getProjection()) map.setProjection({ type: isGlobe.value ? "globe" : "mercator" });
  });
  const stopTerrain = effect(() => {
    if (exaggeration.value > 0) map.setTerrain({ source: "relief-raised", exaggeration: exaggeration.value });
    else if (map.getTerrain()) map.setTerrain(null);
  });
  return () => {
    stopGlobe();
    stopTerrain();
  };
}
