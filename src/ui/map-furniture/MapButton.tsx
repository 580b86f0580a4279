import { Icon, type IconName } from "../Icon";

interface MapButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isPressed?: boolean;
}

/** A round button that stands on the map. */
export function MapButton({ icon, label, onPress, isPressed }: MapButtonProps) {
  return (
    <button
      type="button"
      class="icon-button map-button"
      aria-label={label}
      aria-pressed={isPressed}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
