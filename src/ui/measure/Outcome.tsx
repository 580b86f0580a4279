import type { ComponentChildren } from "preact";
import { InputError } from "../../geo/input-error";
import type { Answer } from "../../state/latest";
import { useVoice } from "../context";
import { failureText } from "./failure-text";

/**
 * An answer as it stands: nothing asked, on its way, given, or failed with its reason. While one is on its way the older
 * one stays, dimmed and named as such, so that nobody takes its figures for the new ones.
 */
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
  const isOlder = answer.state === "waiting";
  return (
    <div class="outcome" aria-busy={isOlder}>
      {isOlder && <p class="outcome__note">{translate("measure.updating")}</p>}
      <div class={isOlder ? "outcome__older" : "outcome__answer"}>{children(answer.value)}</div>
    </div>
  );
}
