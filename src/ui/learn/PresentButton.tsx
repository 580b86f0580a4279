import { useVoice } from "../context";
import { presenting, startPresenting, stopPresenting } from "./presenting";

/** Begins and ends the presentation. */
export function PresentButton() {
  const { translate } = useVoice();
  const isOn = presenting.value !== null;
  return (
    <button type="button" class="button" aria-pressed={isOn} onClick={isOn ? stopPresenting : startPresenting}>
      {translate(isOn ? "present.stop" : "present.start")}
    </button>
  );
}
