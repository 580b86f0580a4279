import type { ComponentChildren } from "preact";
import { InputError } from "../../geo/input-error";
import type { Answer } from "../../state/latest";
import { useVoice } from "../context";
import { failureText } from "./failure-text";

/** An answer as it stands: nothing asked, on its way (the older one dimmed), given, or failed with its reason. */
export function Outcome<T>({
  answer,
  none,
  children,
}: {
  readonly answer: Answer<T>;
  readonly none?: string;
  readonly children: (value: T) => ComponentChildren;
}) {
  const voice = useVoice();
  const { translate } = voice;
  if (answer.state === "none") return none ? <p class="empty">{none}</p> : null;
  if (answer.state === "failed") {
    return (
      <p class="error" role="alert">
        {translate("measure.error", { reason: failureText(answer.error, voice) })}
        {!(answer.error instanceof InputError) && (
          <>
            {" "}
            <button type="button" class="button" onClick={answer.retry}>
              {translate("action.retry")}
            </button>
          </>
        )}
      </p>
    );
  }
  if (answer.value === null) return <p class="quiet">{translate("measure.computing")}</p>;
  return (
    <div
      class={answer.state === "waiting" ? "outcome outcome--older" : "outcome"}
      aria-busy={answer.state === "waiting"}
    >
      {children(answer.value)}
    </div>
  );
}
