import { useVoice } from "../context";
import { PresentButton } from "./PresentButton";
import {
  isContrastHigh,
  PRESENT_SIZES,
  presenting,
  presentSize,
  startPresenting,
  toggleBlank,
  toggleLaser,
} from "./presenting";

const KEYS = [
  { key: "Page Down", messageKey: "present.key-next" },
  { key: "Page Up", messageKey: "present.key-back" },
  { key: "B", messageKey: "present.key-blank" },
  { key: "L", messageKey: "present.key-laser" },
  { key: "Esc", messageKey: "present.key-stop" },
] as const;

/** Showing the atlas on a wall: size, contrast, and the keys of a remote control. */
export function PresentSection() {
  const { translate, number } = useVoice();
  const now = presenting.value;
  const apply = () => {
    if (presenting.peek()) startPresenting();
  };
  return (
    <section class="learn__form" aria-label={translate("learn.section.present")}>
      <p>{translate("present.intro")}</p>
      <fieldset class="choice">
        <legend>{translate("present.size")}</legend>
        <div class="choice__values">
          {PRESENT_SIZES.map((size) => (
            <label key={size} class="chip">
              <input
                type="radio"
                name="present-size"
                checked={presentSize.value === size}
                onChange={() => {
                  presentSize.value = size;
                  apply();
                }}
              />
              {translate("present.percent", { value: number(size) })}
            </label>
          ))}
        </div>
      </fieldset>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isContrastHigh.value}
          aria-checked={isContrastHigh.value}
          onChange={(event) => {
            isContrastHigh.value = event.currentTarget.checked;
            apply();
          }}
        />
        <span>{translate("present.contrast")}</span>
      </label>
      <div class="player__nav">
        <PresentButton />
        <button
          type="button"
          class="button"
          disabled={!now}
          aria-pressed={now?.hasLaser ?? false}
          onClick={toggleLaser}
        >
          {translate("present.laser")}
        </button>
        <button type="button" class="button" disabled={!now} aria-pressed={now?.isBlank ?? false} onClick={toggleBlank}>
          {translate("present.blank")}
        </button>
      </div>
      <table class="keys">
        <caption class="visually-hidden">{translate("present.keys")}</caption>
        <tbody>
          {KEYS.map(({ key, messageKey }) => (
            <tr key={key}>
              <th scope="row">
                <kbd dir="ltr">{key}</kbd>
              </th>
              <td>{translate(messageKey)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
