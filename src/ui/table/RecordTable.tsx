import "../styles/late.css";
import "./table.css";
import { useEffect, useMemo, useState } from "preact/hooks";
import { inSteps } from "../../state/in-steps";
import { LOCALES, textIn } from "../../state/language/translate";
import { isNarrowed } from "../../state/narrowing";
import { type Cell, COLUMN_IDS, type ColumnId, cellOf, FIRST_COLUMNS, toTsv } from "../../state/record-columns";
import { withRowFigures } from "../../state/rows/row-figures";
import { entryOf, type TableRow } from "../../state/table-row";
import type { TableOptions } from "../../state/table-rows";
import { useAtlas, useVoice } from "../context";
import { Grid, type Sort } from "./Grid";
import { useTableRows } from "./use-table-rows";

const SCOPES = ["all", "shown", "view"] as const;
type Scope = (typeof SCOPES)[number];

/** Every record let through, in rows: sorted, searched, with the columns that are wanted, in step with the map. */
export default function RecordTable() {
  const { page, shell } = useAtlas();
  const { translate, text, language } = useVoice();
  const { model } = page;
  const [scope, setScope] = useState<Scope>("all");
  const [isConcerned, setConcerned] = useState(false);
  const [sought, setSought] = useState("");
  const [sort, setSort] = useState<Sort | null>({ column: "date", isDescending: true });
  const [columns, setColumns] = useState<readonly ColumnId[]>(FIRST_COLUMNS);
  const [copied, setCopied] = useState<"" | "copied" | "failed">("");

  useEffect(() => {
    model.figuresWanted.value = true;
  }, [model]);

  const options = useMemo<TableOptions>(
    () => ({
      scope: { shownLayersOnly: scope !== "all", inViewOnly: scope === "view", concernedOnly: isConcerned },
      text: sought,
      sort,
      nameOf: (feature) => textIn(feature.properties.title, language),
      compareTexts: new Intl.Collator(LOCALES[language], { numeric: true }).compare,
    }),
    [scope, isConcerned, sought, sort, language],
  );
  const { rows, isBusy } = useTableRows(options);
  const count = translate("list.count", { count: rows.length });
  useEffect(() => {
    if (!isBusy) shell.announce(count);
  }, [count, isBusy, shell]);

  const onSort = (column: ColumnId) => {
    const isDescending = sort?.column === column && !sort.isDescending;
    setSort(sort?.column === column && sort.isDescending ? null : { column, isDescending });
    shell.announce(
      translate(isDescending ? "table.sorted-down" : "table.sorted-up", { column: translate(`column.${column}`) }),
    );
  };
  const copy = async (asked: readonly TableRow[]) => {
    const never = new AbortController().signal;
    let known = model.placeFigures.peek();
    const head = columns.map((id) => id as string);
    const body: Cell[][] = [];
    const take = (row: TableRow) => {
      const entry = entryOf(row);
      if (entry) body.push(columns.map((id) => cellOf(id, entry, known, text(entry.feature.properties.title))));
    };
    try {
      known = await withRowFigures(model, asked, known, never);
      await inSteps(asked, take, never);
      await navigator.clipboard.writeText(toTsv([head, ...body]));
      setCopied("copied");
      shell.announce(translate("table.copied", { count: body.length }));
    } catch {
      setCopied("failed");
      shell.announce(translate("table.copy-failed"));
    }
  };

  return (
    <div class="record-table">
      <div class="record-table__tools">
        <label class="record-table__field">
          <span>{translate("list.filter")}</span>
          <input type="search" dir="auto" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
        </label>
        <label class="record-table__field">
          <span>{translate("table.scope")}</span>
          <select
            value={scope}
            onChange={(event) => setScope(SCOPES.find((known) => known === event.currentTarget.value) ?? "all")}
          >
            {SCOPES.map((known) => (
              <option key={known} value={known}>
                {translate(`table.scope-${known}`)}
              </option>
            ))}
          </select>
        </label>
        {isNarrowed(model.view.value) && (
          <label class="record-table__check">
            <input
              type="checkbox"
              checked={isConcerned}
              onChange={(event) => setConcerned(event.currentTarget.checked)}
            />
            {translate("table.concerned")}
          </label>
        )}
        <details class="record-table__columns">
          <summary>{translate("table.columns")}</summary>
          <fieldset>
            <legend class="visually-hidden">{translate("table.columns")}</legend>
            {COLUMN_IDS.map((id) => (
              <label key={id} class="record-table__check">
                <input
                  type="checkbox"
                  checked={columns.includes(id)}
                  disabled={id === "name"}
                  onChange={(event) =>
                    setColumns(
                      COLUMN_IDS.filter((known) =>
                        known === id ? event.currentTarget.checked : columns.includes(known),
                      ),
                    )
                  }
                />
                {translate(`column.${id}`)}
              </label>
            ))}
          </fieldset>
        </details>
        <button type="button" class="button" onClick={() => void copy(rows)}>
          {translate("table.copy")}
        </button>
        <span class="quiet">
          {isBusy ? translate("table.busy") : count}
          {copied !== "" && ` ${translate(copied === "copied" ? "table.is-copied" : "table.copy-failed")}`}
        </span>
      </div>
      <Grid rows={rows} columns={columns} sort={sort} onSort={onSort} onCopyRow={(row) => void copy([row])} />
      <p class="quiet record-table__keys" id="grid-keys">
        {translate("table.keys")}
      </p>
    </div>
  );
}
