import { useEffect, useState } from "preact/hooks";
import type { KnownFigures } from "../../state/known-figures";
import { withRowFigures } from "../../state/rows/row-figures";
import type { TableRow } from "../../state/table-row";
import { useAtlas } from "../context";

/**
 * What is known of the places of the rows from `from` to `to`: of those of large imports their worker is asked. The last
 * answer stays until a newer one is there.
 */
export function useRowFigures(rows: readonly TableRow[], from: number, to: number): KnownFigures {
  const { model } = useAtlas().page;
  const known = model.placeFigures.value;
  const version = model.own.rowsVersion.value;
  const [figures, setFigures] = useState<KnownFigures>(known);
  useEffect(() => {
    const seen = rows.slice(from, to);
    if (!seen.some((row) => "table" in row)) {
      setFigures(known);
      return;
    }
    const abort = new AbortController();
    withRowFigures(model, seen, known, abort.signal).then(setFigures, () => {
      // Only another question ends this one.
    });
    return () => abort.abort();
  }, [model, rows, from, to, known, version]);
  return figures;
}
