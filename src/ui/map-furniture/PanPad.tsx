import "../styles/late.css";
import { project, unproject, worldPx } from "../../state/camera";
import type { Camera } from "../../state/view";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { LATE_ICONS } from "../late-icons";

/** How much of the map's width or height one press moves, how far it turns, and how far it tilts. */
const PAN_SHARE = 0.25;
const TURN_DEGREES = 15;
const TILT_DEGREES = 15;
const GREATEST_PITCH = 75;

/** A bearing between −180 and 180. */
const wrapped = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Eight buttons: four arrows, and in the corners what turns the map and, where it has depth, tilts it. */
export default function PanPad() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const { model } = page;
  const camera = model.view.value.camera;
  const change = (part: Partial<Camera>) => model.setCamera({ ...camera, ...part });
  const panBy = (right: number, down: number) => {
    const { width, height } = model.viewport.peek();
    const size = worldPx(camera.zoom);
    const turn = (camera.bearing * Math.PI) / 180;
    const [x, y] = [right * width * PAN_SHARE, down * height * PAN_SHARE];
    const [worldX, worldY] = project([camera.lng, camera.lat]);
    const [lng, lat] = unproject([
      worldX + (x * Math.cos(turn) - y * Math.sin(turn)) / size,
      worldY + (x * Math.sin(turn) + y * Math.cos(turn)) / size,
    ]);
    change({ lng, lat });
  };
  const turnBy = (degrees: number) => change({ bearing: wrapped(camera.bearing + degrees) });
  const tiltBy = (degrees: number) => change({ pitch: Math.min(GREATEST_PITCH, Math.max(0, camera.pitch + degrees)) });
  return (
    <div class="pan-pad" dir="ltr">
      <PadButton icon="turn-left" label={translate("map.turn-left")} onPress={() => turnBy(TURN_DEGREES)} />
      <PadButton icon="up" label={translate("map.pan-up")} onPress={() => panBy(0, -1)} />
      <PadButton icon="turn-right" label={translate("map.turn-right")} onPress={() => turnBy(-TURN_DEGREES)} />
      <PadButton icon="left" label={translate("map.pan-left")} onPress={() => panBy(-1, 0)} />
      <PadButton icon="right" label={translate("map.pan-right")} onPress={() => panBy(1, 0)} />
      {page.mapState.value === "gl" && (
        <PadButton icon="tilt" label={translate("map.tilt")} onPress={() => tiltBy(TILT_DEGREES)} />
      )}
      <PadButton icon="down" label={translate("map.pan-down")} onPress={() => panBy(0, 1)} />
      {page.mapState.value === "gl" && (
        <PadButton icon="flatten" label={translate("map.flatten")} onPress={() => tiltBy(-TILT_DEGREES)} />
      )}
    </div>
  );
}

interface PadButtonProps {
  readonly icon: "up" | "down" | keyof typeof LATE_ICONS;
  readonly label: string;
  readonly onPress: () => void;
}

/** As the buttons beside the pad, which know fewer icons. */
function PadButton({ icon, label, onPress }: PadButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button map-button map-button--${icon}`}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {icon === "up" || icon === "down" ? <Icon name={icon} /> : <Icon path={LATE_ICONS[icon]} />}
    </button>
  );
}
