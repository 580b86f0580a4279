import { useEffect, useRef, useState } from "preact/hooks";
import { type ColumnId, cellOf } from "../../state/record-columns";
import { entryOf, type TableRow } from "../../state/table-row";
import { useAtlas, useVoice } from "../context";
import { cellWords } from "./cell-words";
import { useRowFigures } from "./use-row-figures";

export interface Sort {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

interface GridProps {
  readonly rows: readonly TableRow[];
  readonly columns: readonly ColumnId[];
  readonly sort: Sort | null;
  readonly onSort: (column: ColumnId) => void;
  readonly onCopyRow: (row: TableRow) => void;
}

/** Height of a row; taller under a finger, and for the depth of Nastaliq. */
const [ROW_PX, TALL_ROW_PX] = [32, 44] as const;
/** Rows drawn beyond what is seen, so that a quick scroll shows no gaps. */
const SPARE_ROWS = 6;
const WIDTH_STEP_PX = 16;
const WIDTH_RANGE_PX = [64, 640] as const;
const FIRST_WIDTHS_PX: Readonly<Partial<Record<ColumnId, number>>> = {
  name: 300,
  layer: 180,
  date: 240,
  end: 240,
  id: 220,
};

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * A grid that draws only the rows in sight. One stop of the Tab key; arrows, Home, End and the page keys go from cell to
 * cell (row −1 is the head), Enter opens the record or sorts, Shift with an arrow on a head changes the column's width.
 */
export function Grid({ rows, columns, sort, onSort, onCopyRow }: GridProps) {
  const { page } = useAtlas();
  const voice = useVoice();
  const { translate, text, language } = voice;
  const { model } = page;
  const isTall = matchMedia("(pointer: coarse)").matches || (language === "ur" && model.settings.value.nastaliq);
  const rowPx = isTall ? TALL_ROW_PX : ROW_PX;
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [heightPx, setHeight] = useState(320);
  const [active, setActive] = useState({ row: -1, column: 0 });
  const [hasFocus, setFocus] = useState(false);
  const [widths, setWidths] = useState<Readonly<Partial<Record<ColumnId, number>>>>(FIRST_WIDTHS_PX);
  const widthOf = (column: ColumnId) => widths[column] ?? 140;
  const selected = model.view.value.selected;
  const pointed = model.pointed.value;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scrollTo = (row: number) => {
    const element = scroller.current;
    if (!element || row < 0) return;
    const [from, to] = [row * rowPx, (row + 2) * rowPx];
    if (from < element.scrollTop) element.scrollTop = from;
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight;
  };
  // What is chosen on the map comes into sight here.
  const selectedKey = selected && `${selected.layer}/${selected.id}`;
  useEffect(() => {
    if (!selected) return;
    const at = rows.findIndex((row) =>
      "feature" in row
        ? row.layer.id === selected.layer && row.feature.id === selected.id
        : row.layer.id === selected.layer && row.table.rowOf(selected.id) === row.row,
    );
    if (at >= 0) {
      setActive((cell) => ({ ...cell, row: at }));
      scrollTo(at);
    }
  }, [selectedKey, rows]);

  const row = clamp(active.row, -1, rows.length - 1);
  const column = clamp(active.column, 0, columns.length - 1);
  const go = (nextRow: number, nextColumn: number) => {
    const cell = { row: clamp(nextRow, -1, rows.length - 1), column: clamp(nextColumn, 0, columns.length - 1) };
    setActive(cell);
    scrollTo(cell.row);
  };
  const resize = (id: ColumnId, px: number) => setWidths({ ...widths, [id]: clamp(px, ...WIDTH_RANGE_PX) });
  const open = (at: number) => {
    const found = rows[at];
    const entry = found && entryOf(found);
    if (entry) model.show({ layer: entry.layer.id, id: entry.feature.id });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isRtl = document.body.dir === "rtl";
    const along = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const id = columns[column];
    const pageRows = Math.max(1, Math.floor(heightPx / rowPx) - 2);
    if (event.key === "c" && (event.ctrlKey || event.metaKey)) {
      const found = rows[row];
      if (found) onCopyRow(found);
    } else if (along !== undefined && event.shiftKey && row === -1 && id)
      resize(id, widthOf(id) + along * WIDTH_STEP_PX);
    else if (along !== undefined) go(row, column + along);
    else if (event.key === "ArrowDown") go(row + 1, column);
    else if (event.key === "ArrowUp") go(row - 1, column);
    else if (event.key === "PageDown") go(row + pageRows, column);
    else if (event.key === "PageUp") go(Math.max(0, row - pageRows), column);
    else if (event.key === "Home") go(event.ctrlKey ? 0 : row, 0);
    else if (event.key === "End") go(event.ctrlKey ? rows.length - 1 : row, columns.length - 1);
    else if (event.key === "Enter" || event.key === " ") {
      if (row === -1 && id) onSort(id);
      else open(row);
    } else return;
    event.preventDefault();
  };

  const from = Math.max(0, Math.floor(top / rowPx) - SPARE_ROWS);
  const to = Math.min(rows.length, Math.ceil((top + heightPx) / rowPx) + SPARE_ROWS);
  const known = useRowFigures(rows, from, to);
  const template = columns.map((id) => `${widthOf(id)}px`).join(" ");
  const cellId = (atRow: number, atColumn: number) => `cell-${atRow}-${atColumn}`;
  const activeClass = (atRow: number, atColumn: number) =>
    hasFocus && atRow === row && atColumn === column ? " grid__cell--active" : "";

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out the rows that are out of sight
    <div
      class="grid"
      style={{ "--row-height": `${rowPx}px` }}
      role="grid"
      tabIndex={0}
      aria-label={translate("desk.table")}
      aria-describedby="grid-keys"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={hasFocus ? cellId(row, column) : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
      ref={scroller}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <div class="grid__row grid__head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((id, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
          <div
            key={id}
            id={cellId(-1, at)}
            role="columnheader"
            class={`grid__cell${activeClass(-1, at)}`}
            aria-colindex={at + 1}
            aria-sort={sort?.column === id ? (sort.isDescending ? "descending" : "ascending") : "none"}
            onClick={() => {
              setActive({ row: -1, column: at });
              onSort(id);
            }}
          >
            {translate(`column.${id}`)}
            <span aria-hidden="true">{sort?.column === id ? (sort.isDescending ? " ↓" : " ↑") : ""}</span>
            <Edge widthPx={widthOf(id)} onWidth={(px) => resize(id, px)} />
          </div>
        ))}
      </div>
      <div class="grid__all" role="presentation" style={{ height: `${rows.length * rowPx}px` }}>
        {rows.slice(from, to).map((tableRow, offset) => {
          const at = from + offset;
          const entry = entryOf(tableRow);
          if (!entry) return null;
          const { layer, feature } = entry;
          const reference = { layer: layer.id, id: feature.id };
          const is = (other: typeof reference | null) => other?.layer === layer.id && other.id === feature.id;
          const name = text(feature.properties.title);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
            // biome-ignore lint/a11y/useSemanticElements: see the grid
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
            <div
              key={at}
              role="row"
              class={is(pointed) ? "grid__row grid__row--pointed" : "grid__row"}
              aria-rowindex={at + 2}
              aria-selected={is(selected)}
              style={{ gridTemplateColumns: template, transform: `translateY(${at * rowPx}px)` }}
              onPointerEnter={() => (model.pointed.value = reference)}
              onPointerLeave={() => (model.pointed.value = null)}
              onClick={() => {
                setActive({ row: at, column });
                model.show(reference);
              }}
            >
              {columns.map((id, cellAt) => {
                const cell = cellOf(id, entry, known, name);
                const words = cellWords(id, cell, layer, feature.properties.kind === "own", voice);
                return (
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have a column
                  <div
                    key={id}
                    id={cellId(at, cellAt)}
                    role={id === "name" ? "rowheader" : "gridcell"}
                    class={`grid__cell${activeClass(at, cellAt)}`}
                    aria-colindex={cellAt + 1}
                    dir="auto"
                    lang={id === "actor" && words === cell ? "en" : language}
                  >
                    {words}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The edge of a column's head, to drag. Keys do the same on the head itself. */
function Edge({ widthPx, onWidth }: { readonly widthPx: number; readonly onWidth: (px: number) => void }) {
  const start = useRef<{ x: number; widthPx: number } | null>(null);
  return (
    <span
      class="grid__edge"
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, widthPx };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const moved = event.clientX - start.current.x;
        onWidth(start.current.widthPx + (document.body.dir === "rtl" ? -moved : moved));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
