import { useEffect, useState } from "preact/hooks";
import type { ScreenPoint } from "../../state/map-handle";
import { useAtlas, useVoice } from "../context";
import { positionUnder } from "../pixel";

/** The kilometre of the border under the pointer, measured on the full-detail line; the pointer was first seen at `start`. */
export function BorderKilometer({ start }: { readonly start: ScreenPoint }) {
  const { page } = useAtlas();
  const { translate, length } = useVoice();
  const [chainageMeters, setChainageMeters] = useState<number | null>(null);
  const measures = page.measures.value;
  useEffect(() => page.wantMeasures(), [page]);
  useEffect(() => {
    const map = document.getElementById("map");
    if (!map || !measures || measures === "failed") return;
    let asked = new AbortController();
    const measureAt = (x: number, y: number) => {
      const { left, top } = map.getBoundingClientRect();
      const from = positionUnder(page, { x: x - left, y: y - top });
      asked.abort();
      asked = new AbortController();
      measures.ask("toLine", { from }, asked.signal).then(
        ({ chainageMeters: meters }) => setChainageMeters(meters),
        // A newer place was pointed at, or nothing can be computed: the last kilometre stays.
        () => {},
      );
    };
    const follow = ({ clientX, clientY }: PointerEvent) => measureAt(clientX, clientY);
    measureAt(start.x, start.y);
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
