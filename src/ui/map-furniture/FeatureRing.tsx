import { useEffect, useState } from "preact/hooks";
import { featureKey } from "../../state/feature-key";
import type { ScreenPoint } from "../../state/map-handle";
import { useAtlas } from "../context";
import { isInClear, pixelOf } from "../pixel";

/** The focus ring round the place at which the keyboard is, in the feature mode or in the list, where no panel covers it. */
export function FeatureRing() {
  const { page, shell } = useAtlas();
  const [at, setAt] = useState<ScreenPoint | null>(null);
  const reference = shell.walked.value;
  const feature = reference && page.model.features.value.get(featureKey(reference))?.feature;
  const point = feature?.geometry?.type === "Point" ? feature.geometry.coordinates : null;
  const { camera } = page.model.view.value;
  useEffect(() => {
    const map = document.getElementById("map");
    if (!point || !map) {
      setAt(null);
      return;
    }
    const { left, top } = map.getBoundingClientRect();
    const { x, y } = pixelOf(page, [point[0] ?? 0, point[1] ?? 0]);
    setAt(isInClear(page.model.viewport.peek(), { x, y }) ? { x: left + x, y: top + y } : null);
  }, [reference, camera, page.model.viewport.value]);
  if (!at || !point) return null;
  return <div class="feature-ring" style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }} />;
}
