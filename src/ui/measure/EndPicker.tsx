import "../styles/rows.css";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { featureKey } from "../../state/feature-key";
import type { MeasureEnd } from "../../state/view";
import { createSearch } from "../bar/finder";
import { useAtlas, useVoice } from "../context";
import { NotArrived } from "../NotArrived";

/** “lat, lng” to the decimetre, without needless zeros. */
const plainPair = ({ lng, lat }: { readonly lng: number; readonly lat: number }) =>
  `${Number(lat.toFixed(6))}, ${Number(lng.toFixed(6))}`;

/** A place by name, by coordinates, by a click on the map, or the feature whose card is open. */
export function EndPicker({
  label,
  end,
  toolId,
  withBorder = false,
  onPick,
}: {
  readonly label: string;
  readonly end: MeasureEnd | null;
  readonly toolId: "from" | "to" | "corridor";
  readonly withBorder?: boolean;
  readonly onPick: (end: MeasureEnd | null) => void;
}) {
  const { page } = useAtlas();
  const { translate, text } = useVoice();
  const { model } = page;
  const id = useId();
  const { findings, hasFailed, ask } = useMemo(() => createSearch(model), [model]);
  const [query, setQuery] = useState("");
  const found = findings.value;
  const selected = model.selected.value;
  const isPicking = page.tool.value?.id === toolId;

  const nameOf = (what: MeasureEnd): string => {
    if (what.kind === "border") return translate("measure.the-border");
    if (what.kind === "position") return plainPair(what);
    const entry = model.features.value.get(featureKey(what.reference));
    return entry ? text(entry.feature.properties.title) : featureKey(what.reference);
  };
  // What had the focus goes when an end is chosen or cleared: what takes its place gets it.
  const root = useRef<HTMLFieldSetElement>(null);
  const isWithFocus = useRef(false);
  useLayoutEffect(() => {
    if (isWithFocus.current) root.current?.querySelector<HTMLElement>("input, button")?.focus();
    isWithFocus.current = false;
  }, [end]);
  const pick = (what: MeasureEnd | null) => {
    isWithFocus.current = root.current?.contains(document.activeElement) ?? false;
    onPick(what);
    search("");
  };
  const asked = useRef("");
  const search = (next: string) => {
    setQuery(next);
    asked.current = next;
    void ask(next);
  };
  const takeFirst = async () => {
    const question = asked.current;
    if (findings.peek().query !== question) await ask(question);
    const { query: answered, coordinates, hits } = findings.peek();
    if (asked.current !== question || answered !== question) return;
    if (coordinates?.kind === "position") pick({ kind: "position", ...coordinates.reading });
    else if (hits[0]) pick({ kind: "feature", reference: hits[0].reference });
  };

  return (
    <fieldset class="end-picker" ref={root}>
      <legend class="visually-hidden">{label}</legend>
      {end ? (
        <p class="end-picker__chosen">
          <span class="quiet" aria-hidden="true">
            {label}
          </span>
          <bdi>{nameOf(end)}</bdi>
          <button
            type="button"
            class="button button--small"
            aria-label={translate("measure.clear-end", { label, name: nameOf(end) })}
            onClick={() => pick(null)}
          >
            {translate("measure.clear")}
          </button>
        </p>
      ) : (
        <>
          <label for={id}>{label}</label>
          <input
            id={id}
            type="search"
            dir="auto"
            autocomplete="off"
            placeholder={translate("measure.end-placeholder")}
            value={query}
            onInput={(event) => search(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              void takeFirst();
            }}
          />
          {hasFailed.value && <NotArrived onRetry={() => void ask(asked.current)} />}
          {found.coordinates?.kind === "refused" && (
            <p class="error" role="alert">
              {translate(`coordinates.${found.coordinates.reason}`)}
            </p>
          )}
          {(found.hits.length > 0 || (found.coordinates && found.coordinates.kind !== "refused")) && (
            <ul class="plain-list end-picker__hits">
              {found.coordinates?.kind === "position" && <Reading reading={found.coordinates.reading} onPick={pick} />}
              {found.coordinates?.kind === "ambiguous" &&
                found.coordinates.readings.map((reading) => (
                  <Reading key={`${reading.lng}`} reading={reading} onPick={pick} />
                ))}
              {found.hits.slice(0, 6).map(({ reference }) => {
                const entry = model.features.value.get(featureKey(reference));
                return (
                  entry && (
                    <li key={featureKey(reference)}>
                      <button type="button" class="row" onClick={() => pick({ kind: "feature", reference })}>
                        {text(entry.feature.properties.title)}
                      </button>
                    </li>
                  )
                );
              })}
            </ul>
          )}
          <div class="button-row">
            <button
              type="button"
              class="button button--small"
              aria-pressed={isPicking}
              onClick={() => {
                page.tool.value = isPicking
                  ? null
                  : {
                      id: toolId,
                      click: (lng, lat) => {
                        pick({ kind: "position", lng, lat });
                        page.tool.value = null;
                      },
                    };
              }}
            >
              {translate("measure.pick-on-map")}
            </button>
            {selected?.feature.geometry?.type === "Point" && (
              <button
                type="button"
                class="button button--small"
                onClick={() =>
                  pick({ kind: "feature", reference: { layer: selected.layer.id, id: selected.feature.id } })
                }
              >
                {translate("measure.use-selected", { name: text(selected.feature.properties.title) })}
              </button>
            )}
            {withBorder && (
              <button type="button" class="button button--small" onClick={() => pick({ kind: "border" })}>
                {translate("measure.the-border")}
              </button>
            )}
          </div>
        </>
      )}
    </fieldset>
  );
}

function Reading({
  reading: { lng, lat },
  onPick,
}: {
  readonly reading: { readonly lng: number; readonly lat: number };
  readonly onPick: (end: MeasureEnd) => void;
}) {
  return (
    <li>
      <button type="button" class="row" onClick={() => onPick({ kind: "position", lng, lat })}>
        <bdi dir="ltr">{plainPair({ lng, lat })}</bdi>
      </button>
    </li>
  );
}
