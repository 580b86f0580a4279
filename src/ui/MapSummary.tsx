import { useEffect, useState } from "preact/hooks";
import { listText } from "../state/language/list-text";
import { boundsInView, countInView } from "../state/summary";
import { useAtlas, useVoice } from "./context";

/** How long the map must rest before its summary is written again. */
const REST_MILLISECONDS = 1000;

/** The text that stands for the map: what is in view, in words. */
export function MapSummary() {
  const { page } = useAtlas();
  const { translate, text, number, language } = useVoice();
  const { model } = page;
  const [summary, setSummary] = useState("");
  const camera = model.view.value.camera;
  const viewport = model.viewport.value;
  const layers = model.visibleLayers.value;
  const features = model.features.value;
  const letsThrough = model.letsThrough.value;
  useEffect(() => {
    const write = () => {
      const counts = countInView([...features.values()].filter(letsThrough), layers, boundsInView(camera, viewport));
      const parts = counts.map(({ layer, count }) =>
        translate("summary.part", { title: text(layer.title), count: number(count) }),
      );
      const list = listText(parts, language);
      setSummary(counts.length === 0 ? translate("summary.empty") : translate("summary.text", { list }));
    };
    const timer = setTimeout(write, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [camera, viewport, layers, features, letsThrough, language]);
  return (
    <p class="visually-hidden" id="map-summary">
      {summary}
    </p>
  );
}
