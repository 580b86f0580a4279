import { Lazy } from "./Lazy";

const loadStaticMap = () => import("./static-map/StaticMap");

/** Fetches the picture that stands in for the map where WebGL is missing. */
export function StaticMapHost() {
  return <Lazy load={loadStaticMap} props={{}} />;
}
