import { useVoice } from "./context";

/** Says where a part of the page was to stand that it did not arrive, and offers another try. */
export function NotArrived({ onRetry }: { readonly onRetry: () => void }) {
  const { translate } = useVoice();
  return (
    <p class="failure" role="alert">
      {translate("part.failed")}{" "}
      <button type="button" class="button" onClick={onRetry}>
        {translate("action.retry")}
      </button>
    </p>
  );
}
