import { useMemo } from "preact/hooks";
import { featureSymbol } from "../../picture/feature-symbol";
import { type DatedRecord, type Span, swarm } from "../../state/timeline";
import type { FeatureReference } from "../../state/view";
import { useAtlas } from "../context";
import { SymbolMark } from "../SymbolMark";
import { isIn } from "./use-timeline";

export const MARK_PX = 20;
export const MOST_ROWS = 5;
/** More than this and marks tell nothing that the bars do not. */
export const MOST_MARKS = 600;

interface SwarmProps {
  readonly records: readonly DatedRecord[];
  readonly shown: Span;
  readonly widthPx: number;
  readonly chosen: Span | null;
}

/** How many records find no room in the rows. */
export const hiddenIn = (records: readonly DatedRecord[], shown: Span, widthPx: number): number =>
  swarm(records, shown, widthPx, MARK_PX).filter(({ row }) => row >= MOST_ROWS).length;

/** Each record as its symbol on its day, side by side; what is not known to the day lies on a bar of the days it may be. */
export function Swarm({ records, shown, widthPx, chosen }: SwarmProps) {
  const { page } = useAtlas();
  const { model } = page;
  const placed = useMemo(
    () => swarm(records, shown, widthPx, MARK_PX).filter(({ row }) => row < MOST_ROWS),
    [records, shown, widthPx],
  );
  const selected = model.view.value.selected;
  return (
    // Screen readers and keys have the table below, which says the same and more.
    <div class="swarm" aria-hidden="true">
      {placed.map(({ record, fromPx, toPx, row }) => {
        const reference: FeatureReference = { layer: record.entry.layer.id, id: record.entry.feature.id };
        const bottom = `${row * MARK_PX}px`;
        const isSelected = selected?.layer === reference.layer && selected.id === reference.id;
        return (
          <div key={record.key} class={isIn(record, chosen) ? "swarm__record" : "swarm__record swarm__record--outside"}>
            {record.isInterval && (
              <div
                class="swarm__interval"
                style={{ left: `${fromPx}px`, width: `${Math.max(3, toPx - fromPx)}px`, bottom }}
              />
            )}
            <button
              type="button"
              tabIndex={-1}
              class={isSelected ? "swarm__mark swarm__mark--selected" : "swarm__mark"}
              style={{ left: `${(fromPx + toPx) / 2 - MARK_PX / 2}px`, bottom }}
              onPointerDown={(event) => event.stopPropagation()}
              onPointerEnter={() => (model.pointed.value = reference)}
              onPointerLeave={() => (model.pointed.value = null)}
              onClick={() => model.show(reference)}
            >
              <SymbolMark {...featureSymbol(record.entry.layer, record.entry.feature)} />
            </button>
          </div>
        );
      })}
    </div>
  );
}
