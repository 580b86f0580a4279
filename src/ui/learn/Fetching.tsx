import { useVoice } from "../context";
import { NotArrived } from "../NotArrived";
import type { Loaded } from "./use-loaded";

/** What stands in for something that is on its way or did not arrive. */
export function Fetching({ loaded }: { readonly loaded: Exclude<Loaded<unknown>, { state: "ready" }> }) {
  const { translate } = useVoice();
  if (loaded.state === "waiting") return <p class="quiet">{translate("part.loading")}</p>;
  return <NotArrived onRetry={loaded.retry} />;
}
