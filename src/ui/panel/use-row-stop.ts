import { useEffect, useState } from "preact/hooks";
import { featureKey } from "../../state/feature-key";
import type { FeatureReference } from "../../state/view";
import { useAtlas } from "../context";

/** Goes to the next, previous, first or last row of the list in which an arrow key, Home or End was pressed. */
function moveAmongRows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(".row")];
  const at = rows.findIndex((row) => row === document.activeElement);
  const goals: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const goal = goals[event.key];
  if (at < 0 || goal === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  rows[goal]?.focus();
}

/**
 * One Tab stop for a list of rows, with arrow keys within; the row that has the focus is ringed on the map. Answers the
 * properties of the list element and those of the button of each row. The stop is the row last used, else the selected one,
 * else the first.
 */
export function useRowStop(references: readonly FeatureReference[]) {
  const { page, shell } = useAtlas();
  const { model } = page;
  const [last, setLast] = useState("");
  const keys = references.map(featureKey);
  const selected = model.view.value.selected;
  const wanted = [last, selected ? featureKey(selected) : ""].find((key) => keys.includes(key));
  const stop = wanted ?? keys[0];
  const ring = (reference: FeatureReference | null) => {
    shell.walked.value = reference;
    model.pointed.value = reference;
  };
  useEffect(() => () => ring(null), []);
  return {
    list: { onKeyDown: moveAmongRows },
    row: (reference: FeatureReference) => ({
      tabIndex: featureKey(reference) === stop ? 0 : -1,
      onFocus: () => {
        setLast(featureKey(reference));
        ring(reference);
      },
      onBlur: () => ring(null),
    }),
  };
}
