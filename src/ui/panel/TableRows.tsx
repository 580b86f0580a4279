import "../styles/rows.css";
import { useEffect, useState } from "preact/hooks";
import { featureSymbol } from "../../picture/feature-symbol";
import { featureKey } from "../../state/feature-key";
import type { FoundRows } from "../../state/rows/found-rows";
import { viewSieve } from "../../state/rows/view-sieve";
import { useAtlas, useVoice } from "../context";
import { describeFeature } from "../feature-line";
import { SymbolMark } from "../SymbolMark";
import { useRowStop } from "./use-row-stop";

/** Rows shown of a table at first, and with each further press. */
const STEP = 100;

/** Rows of the reader's large imports that the list is narrowed to: so many at a time. */
export default function TableRows() {
  const { page, shell } = useAtlas();
  const { model } = page;
  const layer = shell.list.layer.value;
  const tables = model.own.list.value.filter((own) => own.table && (layer === null || own.layer.id === layer));
  return (
    <>
      {tables.map((own) => (
        <OneTable key={own.layer.id} id={own.layer.id} />
      ))}
    </>
  );
}

function OneTable({ id }: { readonly id: string }) {
  const { page, shell } = useAtlas();
  const voice = useVoice();
  const { translate, text, number } = voice;
  const { model } = page;
  const own = model.own.list.value.find((entry) => entry.layer.id === id);
  const table = own?.table ?? null;
  const query = shell.list.text.value;
  const { period, filters, selected } = model.view.value;
  const [rows, version] = [model.own.rows.value, model.own.rowsVersion.value];
  const [most, setMost] = useState(STEP);
  const [found, setFound] = useState<FoundRows | null>(null);
  useEffect(() => {
    if (!table || !rows) return;
    const abort = new AbortController();
    const question = { text: query, most };
    rows.ask(id, viewSieve({ period, filters }, table.columns), "find", question, abort.signal).then(
      (answer) => answer && setFound(answer),
      // Only another question ends this one.
      () => {},
    );
    return () => abort.abort();
  }, [table, rows, version, query, period, filters, most]);
  const references = Array.from(found?.rows ?? []).flatMap((row) => {
    const feature = table?.featureAt(row);
    return feature ? [{ layer: id, id: feature.id }] : [];
  });
  const rowStop = useRowStop(references);
  if (!own || !table) return null;
  const selectedKey = selected && featureKey(selected);
  return (
    <section aria-label={text(own.layer.title)}>
      <p class="quiet listing__count">
        <bdi>{text(own.layer.title)}</bdi>:{" "}
        {found === null
          ? translate("list.loading")
          : translate("mine.rows-shown", { shown: number(found.rows.length), count: number(found.count) })}
      </p>
      <ul class="plain-list listing__rows" {...rowStop.list}>
        {Array.from(found?.rows ?? [], (row) => {
          const feature = table.featureAt(row);
          if (!feature) return null;
          const reference = { layer: id, id: feature.id };
          const key = featureKey(reference);
          return (
            <li key={key}>
              <button
                type="button"
                class="row"
                aria-current={key === selectedKey ? "true" : undefined}
                {...rowStop.row(reference)}
                onClick={() => model.show(reference)}
              >
                <SymbolMark {...featureSymbol(own.layer, feature)} />
                <span class="row__text">
                  <span class="row__name">{text(feature.properties.title)}</span>
                  <span class="row__line">{describeFeature(own.layer, feature, voice)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {found && found.count > found.rows.length && (
        <button type="button" class="button" onClick={() => setMost(most + STEP)}>
          {translate("mine.more-rows")}
        </button>
      )}
    </section>
  );
}
