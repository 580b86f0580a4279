import { useEffect, useState } from "preact/hooks";
import { useAtlas, useVoice } from "../context";

/** The kilometre of the border under the pointer, measured on the full-detail line. */
export function BorderKilometer() {
  const { page } = useAtlas();
  const { translate, length } = useVoice();
  const [chainageMeters, setChainageMeters] = useState<number | null>(null);
  const measures = page.measures.value;
  useEffect(() => page.wantMeasures(), [page]);
  useEffect(() => {
    const map = document.getElementById("map");
    if (!map || !measures || measures === "failed") return;
    let asked = new AbortController();
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = map.getBoundingClientRect();
      const from = page.map.peek()?.positionAt({ x: clientX - left, y: clientY - top });
      if (!from) return;
      asked.abort();
      asked = new AbortController();
      measures.ask("toLine", { from }, asked.signal).then(
        ({ chainageMeters: meters }) => setChainageMeters(meters),
        // A newer place was pointed at, or nothing can be computed: the last kilometre stays.
        () => {},
      );
    };
    map.addEventListener("pointermove", follow, { passive: true });
    return () => {
      asked.abort();
      map.removeEventListener("pointermove", follow);
    };
  }, [page, measures]);
  if (chainageMeters === null) return null;
  return (
    <small>
      {translate("measure.border-km")}: {translate("measure.from-tripoint", { value: length(chainageMeters) })}
    </small>
  );
}
