import "./styles/late.css";
import { useEffect } from "preact/hooks";
import { type Atlas, useAtlas } from "./context";
import { MapSummary } from "./MapSummary";
import { ChoiceList } from "./map-furniture/ChoiceList";
import { FeatureRing } from "./map-furniture/FeatureRing";
import { NameTag } from "./map-furniture/NameTag";

/** What answers pointer and keyboard on the map: choices, names, rings, and the map in words. */
export default function Soon() {
  const atlas = useAtlas();
  const isEmbed = atlas.page.model.chrome === "embed";
  useEffect(() => (isEmbed ? undefined : listenOnMap(atlas)), [atlas, isEmbed]);
  return (
    <>
      <ChoiceList />
      <MapSummary />
      <NameTag />
      <FeatureRing />
    </>
  );
}

/** Listens on the map for the ways to ask for a place's coordinates, once their code has arrived. */
function listenOnMap(atlas: Atlas): () => void {
  let stop: (() => void) | null = null;
  let isWanted = true;
  import("./coordinates/listen").then(
    ({ listenForPlaces }) => {
      const map = document.getElementById("map");
      if (map && isWanted) stop = listenForPlaces(atlas, map);
    },
    () => {
      // Without it the map works the same; the button on the map tries again.
    },
  );
  return () => {
    isWanted = false;
    stop?.();
  };
}
