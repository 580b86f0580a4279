import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { readCoordinates } from "../../state/coordinates";
import { useVoice } from "../context";

/** A position typed in any form that the atlas reads. */
export function PositionField({ onAdd }: { readonly onAdd: (lng: number, lat: number) => void }) {
  const { translate } = useVoice();
  const id = useId();
  const text = useSignal("");
  const fault = useSignal<string | null>(null);
  const add = () => {
    const answer = readCoordinates(text.peek());
    if (answer?.kind === "position") {
      onAdd(answer.reading.lng, answer.reading.lat);
      text.value = "";
      fault.value = null;
      return;
    }
    if (answer?.kind === "ambiguous") fault.value = translate("sketch.ambiguous");
    else fault.value = translate(`coordinates.${answer?.kind === "refused" ? answer.reason : "unreadable"}`);
  };
  return (
    <form
      class="draw__position"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>{translate("sketch.position")}</label>
      <div class="draw__row">
        <input
          id={id}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          placeholder="29.5, 60.87"
          aria-invalid={fault.value !== null}
          aria-describedby={fault.value === null ? undefined : `${id}-fault`}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button">
          {translate("sketch.add")}
        </button>
      </div>
      {fault.value !== null && (
        <p class="error" role="alert" id={`${id}-fault`}>
          {fault.value}
        </p>
      )}
    </form>
  );
}
