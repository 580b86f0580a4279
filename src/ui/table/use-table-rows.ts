import { useEffect, useState } from "preact/hooks";
import type { TableRow } from "../../state/table-row";
import { type TableOptions, tableRows } from "../../state/table-rows";
import { useAtlas } from "../context";

/** The rows that the options ask for; the last ones stay until newer ones are there. */
export function useTableRows(options: TableOptions): { readonly rows: readonly TableRow[]; readonly isBusy: boolean } {
  const { model } = useAtlas().page;
  const [rows, setRows] = useState<readonly TableRow[]>([]);
  const [isBusy, setBusy] = useState(true);
  const camera = options.scope.inViewOnly ? model.view.value.camera : null;
  const layers = options.scope.shownLayersOnly ? model.visibleLayers.value : null;
  useEffect(() => {
    const controller = new AbortController();
    setBusy(true);
    tableRows(model, options, controller.signal).then(
      (found) => {
        if (controller.signal.aborted) return;
        setRows(found);
        setBusy(false);
      },
      () => {},
    );
    return () => controller.abort();
  }, [
    model,
    options,
    camera,
    layers,
    model.features.value,
    model.letsThrough.value,
    model.placeFigures.value,
    model.own.list.value,
    model.own.rowsVersion.value,
  ]);
  return { rows, isBusy };
}
