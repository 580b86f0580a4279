import "maplibre-gl/dist/maplibre-gl.css";
import { addProtocol, Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Protocol } from "pmtiles";

/** The least page that shows the sources and layers of the atlas, or points of a file: what the library itself costs. */
setWorkerUrl(workerUrl);
const protocol = new Protocol();
addProtocol("pmtiles", (request, abort) => protocol.tilev4(request, abort) as Promise<{ data: ArrayBuffer }>);

const asked = new URLSearchParams(location.search);
const base = new URL(".", location.href).href;
const text = await (await fetch("./style.json")).text();
const style = JSON.parse(text.replaceAll("BASE/", base)) as StyleSpecification;
const map = new MapLibreMap({
  container: "map",
  style,
  center: [62.1, 27.55],
  zoom: 5.6,
  attributionControl: false,
  validateStyle: false,
});
const points = asked.get("points");
if (points) {
  map.on("style.load", () => {
    map.addSource("points", { type: "geojson", data: new URL(points, base).href, cluster: asked.has("cluster") });
    map.addLayer({ id: "points", type: "circle", source: "points", paint: { "circle-radius": 4 } });
  });
  map.on("render", () => {
    if (!map.getSource("points") || !map.isSourceLoaded("points")) return;
    if (map.queryRenderedFeatures({ layers: ["points"] }).length > 0)
      document.documentElement.dataset.points = "painted";
  });
}
map.on("idle", () => {
  const isThere = !points || (map.getSource("points") && map.isSourceLoaded("points"));
  document.documentElement.dataset.idle = isThere ? "yes" : "no";
});
