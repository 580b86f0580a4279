import { project, unproject, worldPx } from "../../state/camera";
import type { Camera } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Icon, type IconName } from "../Icon";

const ZOOM_RANGE = [0, 18] as const;
/** How much of the map's width or height one press moves. */
const PAN_SHARE = 0.25;

const loadPlaces = () => import("../coordinates/listen");

/** Zoom, home, four arrows and north, for those who cannot or do not want to drag. */
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
      {shell.isPanPadShown.value && <PanPad camera={camera} />}
    </div>
  );
}

interface MapButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isPressed?: boolean;
}

function MapButton({ icon, label, onPress, isPressed }: MapButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button map-button map-button--${icon}`}
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

function PanPad({ camera }: { readonly camera: Camera }) {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const panBy = (right: number, down: number) => {
    const { width, height } = page.model.viewport.peek();
    const size = worldPx(camera.zoom);
    const turn = (camera.bearing * Math.PI) / 180;
    const [x, y] = [right * width * PAN_SHARE, down * height * PAN_SHARE];
    const [worldX, worldY] = project([camera.lng, camera.lat]);
    const [lng, lat] = unproject([
      worldX + (x * Math.cos(turn) - y * Math.sin(turn)) / size,
      worldY + (x * Math.sin(turn) + y * Math.cos(turn)) / size,
    ]);
    page.model.setCamera({ ...camera, lng, lat });
  };
  return (
    <div class="pan-pad" dir="ltr">
      <MapButton icon="up" label={translate("map.pan-up")} onPress={() => panBy(0, -1)} />
      <MapButton icon="left" label={translate("map.pan-left")} onPress={() => panBy(-1, 0)} />
      <MapButton icon="right" label={translate("map.pan-right")} onPress={() => panBy(1, 0)} />
      <MapButton icon="down" label={translate("map.pan-down")} onPress={() => panBy(0, 1)} />
    </div>
  );
}
