import { useEffect, useState } from "preact/hooks";
import type { OwnColumns } from "../data/own/columns";
import type { RowAnswer, RowQuestion, RowTask } from "../state/rows/tasks";
import { viewSieve } from "../state/rows/view-sieve";
import { useAtlas } from "./context";

/** What the worker answered of one table. */
export interface TableAnswer<Name extends RowTask> {
  readonly layer: string;
  readonly columns: OwnColumns;
  readonly question: RowQuestion<Name>;
  readonly answer: RowAnswer<Name>;
}

/**
 * What the worker answers of each table of the page, asked again whenever tables, period, filters or figures change or
 * `question` is another object; the last answers stay until newer ones are there.
 */
export function useRows<Name extends RowTask>(name: Name, question: RowQuestion<Name>): readonly TableAnswer<Name>[] {
  const { own, view } = useAtlas().page.model;
  const { period, filters } = view.value;
  const [answers, setAnswers] = useState<readonly TableAnswer<Name>[]>([]);
  const [list, rows, version] = [own.list.value, own.rows.value, own.rowsVersion.value];
  useEffect(() => {
    const abort = new AbortController();
    const asked = list.map(async ({ layer, table }): Promise<TableAnswer<Name> | null> => {
      if (!table || !rows) return null;
      const { columns } = table;
      const answer = await rows.ask(layer.id, viewSieve({ period, filters }, columns), name, question, abort.signal);
      return answer && { layer: layer.id, columns, question, answer };
    });
    Promise.all(asked).then(
      (all) =>
        setAnswers((before) =>
          before.length === 0 && all.every((one) => !one) ? before : all.filter((one) => one !== null),
        ),
      // Only another question ends this one.
      () => {},
    );
    return () => abort.abort();
  }, [list, rows, version, period, filters, name, question]);
  return answers;
}
