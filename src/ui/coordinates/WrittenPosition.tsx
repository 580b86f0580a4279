import { readableCoordinates } from "../../state/coordinate-format";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { LATE_ICONS } from "../late-icons";
import { openPlace } from "./place";

interface WrittenPositionProps {
  readonly position: readonly [lng: number, lat: number];
  /** How far the true place may be away, in metres; null for what is exact or nobody has judged. */
  readonly radiusMeters: number | null;
}

/** A position as the reader prefers to see it, with the way to copy it in every form. */
export function WrittenPosition({ position: [lng, lat], radiusMeters }: WrittenPositionProps) {
  const { page, shell } = useAtlas();
  const { translate } = useVoice();
  const known = { lng, lat, radiusMeters };
  return (
    <p class="card__position">
      <bdi dir="ltr">{readableCoordinates(known, page.model.settings.value.coordinates)}</bdi>{" "}
      <small class="tag">WGS84</small>{" "}
      <button
        type="button"
        class="icon-button icon-button--small"
        aria-label={translate("card.coordinates")}
        title={translate("card.coordinates")}
        onClick={() => openPlace(shell, known)}
      >
        <Icon path={LATE_ICONS.copy} />
      </button>
    </p>
  );
}
