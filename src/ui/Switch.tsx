import type { ComponentChildren } from "preact";

interface SwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  /** Its name, beside the box; a press on it switches as well. */
  readonly children: ComponentChildren;
}

/** A switch with its name. */
export function Switch({ isOn, onSwitch, children }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
