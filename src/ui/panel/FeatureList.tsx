import "../styles/rows.css";
import { useMemo } from "preact/hooks";
import { featureSymbol } from "../../picture/feature-symbol";
import { featureKey } from "../../state/feature-key";
import { listFeatures, type Row, SORT_ORDERS } from "../../state/listing";
import { useAtlas, useVoice } from "../context";
import { openExport } from "../export/wanted";
import { describeFeature } from "../feature-line";
import { Icon } from "../Icon";
import { Lazy } from "../Lazy";
import { SymbolMark } from "../SymbolMark";
import { useRowStop } from "./use-row-stop";

const loadTableRows = () => import("./TableRows");
const loadFilters = () => import("../filters/FilterPanel");

/**
 * Every record of every layer that the filters let through, with or without a known point: search, sort, filter, and open
 * the same card as on the map.
 */
export default function FeatureList() {
  const { page, shell } = useAtlas();
  const voice = useVoice();
  const { translate, text, language } = voice;
  const { model } = page;
  const { list } = shell;
  const [known, letsThrough] = [model.features.value, model.letsThrough.value];
  const features = useMemo(() => [...known.values()].filter(letsThrough), [known, letsThrough]);
  const [order, query, layer] = [list.order.value, list.text.value, list.layer.value];
  const rows = useMemo(
    () => listFeatures(features, { language, order, text: query, layer }),
    [features, language, order, query, layer],
  );
  const hasTables = model.own.list.value.some(({ table }) => table);
  const rowStop = useRowStop(rows.map(({ layer: of, feature }) => ({ layer: of.id, id: feature.id })));
  const selected = model.view.value.selected;
  const selectedKey = selected && featureKey(selected);
  const isLoading = model.layers.value.some((entry) => {
    const { status } = model.stateOf(entry);
    return status === "loading" || status === "idle";
  });
  const say = (shown: readonly Row[]) => shell.announce(translate("list.count", { count: shown.length }));

  return (
    <div class="listing">
      <div class="listing__controls">
        <label class="field">
          <span>{translate("list.filter")}</span>
          <input
            type="search"
            dir="auto"
            value={query}
            onInput={(event) => {
              list.text.value = event.currentTarget.value;
              say(listFeatures(features, { language, order, text: event.currentTarget.value, layer }));
            }}
          />
        </label>
        <label class="field">
          <span>{translate("list.layer")}</span>
          <select value={layer ?? ""} onChange={(event) => (list.layer.value = event.currentTarget.value || null)}>
            <option value="">{translate("list.all-layers")}</option>
            {[...model.layers.value].reverse().map((entry) => (
              <option key={entry.id} value={entry.id}>
                {text(entry.title)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{translate("list.order")}</span>
          <select
            value={order}
            onChange={(event) =>
              (list.order.value = SORT_ORDERS.find((known) => known === event.currentTarget.value) ?? "layer")
            }
          >
            {SORT_ORDERS.map((known) => (
              <option key={known} value={known}>
                {translate(`order.${known}`)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button listing__filters"
          aria-expanded={list.hasFilters.value}
          onClick={() => (list.hasFilters.value = !list.hasFilters.value)}
        >
          {translate("filter.open")} <Icon name={list.hasFilters.value ? "up" : "down"} />
        </button>
      </div>
      {list.hasFilters.value && <Lazy load={loadFilters} props={{}} />}
      <div class="listing__count">
        {(rows.length > 0 || !hasTables) && <p class="quiet">{translate("list.count", { count: rows.length })}</p>}
        <button
          type="button"
          class="icon-button icon-button--small"
          aria-label={translate("export.take-list")}
          title={translate("export.take-list")}
          onClick={() => openExport(shell, { scope: "all-filtered", layer })}
        >
          <Icon name="download" />
        </button>
      </div>
      {rows.length === 0 && !hasTables && <p class="empty">{translate(isLoading ? "list.loading" : "list.empty")}</p>}
      <ul class="plain-list listing__rows" {...rowStop.list}>
        {rows.map(({ layer: of, feature, name }) => {
          const reference = { layer: of.id, id: feature.id };
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
                <SymbolMark {...featureSymbol(of, feature)} />
                <span class="row__text">
                  <span class="row__name">{name}</span>
                  <span class="row__line">{describeFeature(of, feature, voice)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {hasTables && <Lazy load={loadTableRows} props={{}} />}
    </div>
  );
}
