import { useAtlas, useVoice } from "../context";
import { Lazy } from "../Lazy";
import { MapButton } from "./MapButton";

const ZOOM_RANGE = [0, 18] as const;

const loadPad = () => import("./PanPad");
const loadPlaces = () => import("../coordinates/listen");

/** Zoom, home, north, and a pad that moves, turns and tilts, for those who cannot or do not want to drag. */
export function MapButtons() {
  const atlas = useAtlas();
  const { page, shell } = atlas;
  const { translate } = useVoice();
  const { model } = page;
  const camera = model.view.value.camera;
  const isTurned = camera.bearing !== 0 || camera.pitch !== 0;

  const openCoordinates = () => {
    const map = document.getElementById("map");
    if (!map) return;
    loadPlaces().then(
      ({ openPlaceAt }) => openPlaceAt(atlas, map, null),
      () => {
        const run = () => {
          page.notice.value = null;
          openCoordinates();
        };
        page.notice.value = { key: "part.failed", action: { key: "action.retry", run } };
      },
    );
  };
  const zoomBy = (by: number) => {
    const zoom = Math.min(ZOOM_RANGE[1], Math.max(ZOOM_RANGE[0], Math.round((camera.zoom + by) * 2) / 2));
    model.setCamera({ ...camera, zoom });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class="map-buttons" role="group" aria-label={translate("map.buttons")}>
      <MapButton icon="plus" label={translate("map.zoom-in")} onPress={() => zoomBy(1)} />
      <MapButton icon="minus" label={translate("map.zoom-out")} onPress={() => zoomBy(-1)} />
      <MapButton icon="home" label={translate("map.home")} onPress={() => model.home()} />
      {isTurned && (
        <MapButton
          icon="compass"
          label={translate("map.north")}
          onPress={() => model.setCamera({ ...camera, bearing: 0, pitch: 0 })}
        />
      )}
      <MapButton
        icon="move"
        label={translate("map.pan")}
        isPressed={shell.isPanPadShown.value}
        onPress={() => (shell.isPanPadShown.value = !shell.isPanPadShown.value)}
      />
      {model.chrome === "full" && (
        <MapButton icon="target" label={translate("map.coordinates")} onPress={openCoordinates} />
      )}
      {shell.isPanPadShown.value && <Lazy load={loadPad} props={{}} isSoon isSilent />}
    </div>
  );
}
