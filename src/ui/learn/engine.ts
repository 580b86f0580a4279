import { useEffect } from "preact/hooks";
import type { Ask } from "../../state/ask";
import { useAtlas } from "../context";

/** The geodesic engine once it has arrived; it is fetched when first wanted. Null until then, or when it did not arrive. */
export function useEngine(): Ask | null {
  const { page } = useAtlas();
  useEffect(() => page.wantMeasures(), [page]);
  const measures = page.measures.value;
  return measures && measures !== "failed" ? measures.ask : null;
}
