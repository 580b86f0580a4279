import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Layer } from "../../data/manifest";
import { cameraFor } from "../../state/camera";
import type { CoordinateAnswer, Reading } from "../../state/coordinates";
import type { Hit } from "../../state/search";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { SymbolMark } from "../SymbolMark";
import { createFinder, type Findings, NO_FINDINGS } from "./finder";

/** Room shown around a typed position, in degrees. */
const POSITION_MARGIN = 0.25;

type Option =
  | { readonly kind: "position"; readonly reading: Reading }
  | { readonly kind: "feature"; readonly hit: Hit };

/** Hits by layer, the layer of the best hit first. */
function groupByLayer(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.layer.id);
    if (group) group.push(hit);
    else groups.set(hit.layer.id, [hit]);
  }
  return [...groups.values()];
}

const readingsOf = (answer: CoordinateAnswer | null): readonly Reading[] => {
  if (answer?.kind === "position") return [answer.reading];
  return answer?.kind === "ambiguous" ? answer.readings : [];
};

/** Finds places and events by name, and takes coordinates. A combobox with a grouped list of options. */
export function SearchBox() {
  const { page, shell } = useAtlas();
  const { translate, text, number } = useVoice();
  const { model } = page;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const query = useSignal("");
  const findings = useSignal<Findings>(NO_FINDINGS);
  const isOpen = useSignal(false);
  const active = useSignal(-1);
  const find = useRef(createFinder(model));

  const groups = groupByLayer(findings.value.hits);
  const readings = readingsOf(findings.value.coordinates);
  const options: readonly Option[] = [
    ...readings.map((reading): Option => ({ kind: "position", reading })),
    ...groups.flat().map((hit): Option => ({ kind: "feature", hit })),
  ];
  const optionId = (index: number) => `${id}-option-${index}`;
  const isAmbiguous = findings.value.coordinates?.kind === "ambiguous";
  const refusal = findings.value.coordinates?.kind === "refused" ? findings.value.coordinates.reason : null;
  const hasAnswer = query.value.trim() !== "" && findings.value.query === query.value;

  const hint = () => {
    if (refusal) return translate(`coordinates.${refusal}`);
    if (isAmbiguous) return translate("coordinates.ambiguous");
    return hasAnswer && options.length === 0 && !findings.value.whole ? translate("search.none") : null;
  };

  const search = async (value: string) => {
    query.value = value;
    active.value = -1;
    isOpen.value = value.trim() !== "";
    const found = await find.current(value);
    if (query.peek() !== value) return;
    findings.value = found;
    try {
      const whole = await found.whole;
      if (whole && findings.peek() === found) findings.value = whole;
    } catch {
      // Only another query ends this one.
    }
  };

  useEffect(() => {
    if (!hasAnswer || !isOpen.value || findings.value.whole) return;
    shell.announce(hint() ?? translate("search.count", { count: options.length }));
  }, [findings.value]);

  const close = () => {
    isOpen.value = false;
    active.value = -1;
  };

  const choose = (option: Option | undefined) => {
    if (!option) return;
    close();
    if (option.kind === "feature") {
      query.value = text(option.hit.feature.properties.title);
      model.show(option.hit.reference);
      return;
    }
    const { lng, lat } = option.reading;
    query.value = readingText(option.reading);
    model.setCamera(
      cameraFor(
        [lng - POSITION_MARGIN, lat - POSITION_MARGIN, lng + POSITION_MARGIN, lat + POSITION_MARGIN],
        model.viewport.peek(),
      ),
    );
    shell.announce(translate("coordinates.shown", { position: readingText(option.reading) }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = options.length - 1;
    if (event.key === "ArrowDown" && options.length > 0) {
      isOpen.value = true;
      active.value = active.value >= last ? 0 : active.value + 1;
    } else if (event.key === "ArrowUp" && options.length > 0) {
      active.value = active.value <= 0 ? last : active.value - 1;
    } else if (event.key === "Enter") {
      if (isOpen.value && hasAnswer) choose(options[active.value] ?? (isAmbiguous ? undefined : options[0]));
    } else if (event.key === "Escape" && isOpen.value) {
      close();
    } else if (event.key === "Escape" && query.value !== "") {
      void search("");
    } else return;
    event.preventDefault();
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: "nearest" });
  };

  const groupTitle = (layer: Layer, shown: number) => {
    const [title, count] = [text(layer.title), findings.value.rowCounts.get(layer.id)];
    return count === undefined
      ? `${title} (${number(shown)})`
      : translate("search.rows", { title, shown: number(shown), count: number(count) });
  };
  const message = hint();
  const isListShown = isOpen.value && options.length > 0;
  let index = -1;
  return (
    <search class="search">
      <label class="search__field">
        <span class="visually-hidden">{translate("search.label")}</span>
        <Icon name="search" />
        <input
          ref={input}
          id="search"
          type="search"
          // The types know a combobox only with a datalist; this one has a list box of its own.
          {...({
            role: "combobox",
            "aria-autocomplete": "list",
            "aria-expanded": String(isListShown),
            "aria-controls": `${id}-list`,
          } as Record<string, string>)}
          autoComplete="off"
          spellcheck={false}
          dir={query.value === "" ? undefined : "auto"}
          placeholder={translate("search.placeholder")}
          {...(active.value >= 0 && { "aria-activedescendant": optionId(active.value) })}
          value={query.value}
          onInput={(event) => void search(event.currentTarget.value)}
          onFocus={() => query.value.trim() !== "" && void search(query.value)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
      </label>
      {isOpen.value && (message !== null || isListShown) && (
        <div class="search__answer">
          {message !== null && <p class="search__hint">{message}</p>}
          <div id={`${id}-list`} role="listbox" aria-label={translate("search.results")} hidden={!isListShown}>
            {readings.length > 0 && (
              <OptionGroup id={`${id}-positions`} title={translate("search.positions")}>
                {readings.map((reading) => {
                  index += 1;
                  const at = index;
                  return (
                    <SearchOption
                      key={readingText(reading)}
                      id={optionId(at)}
                      isActive={active.value === at}
                      onChoose={() => choose(options[at])}
                    >
                      <Icon name="target" />
                      <span>
                        <bdi dir="ltr">{readingText(reading)}</bdi>
                        {model.settings.value.coordinates !== "dd" && (
                          <>
                            {" "}
                            <bdi class="quiet" dir="ltr">
                              {findings.value.write(reading)}
                            </bdi>
                          </>
                        )}
                      </span>
                    </SearchOption>
                  );
                })}
              </OptionGroup>
            )}
            {groups.map((hits) => {
              const layer = hits[0]?.layer;
              if (!layer) return null;
              return (
                <OptionGroup key={layer.id} id={`${id}-${layer.id}`} title={groupTitle(layer, hits.length)}>
                  {hits.map((hit) => {
                    index += 1;
                    const at = index;
                    return (
                      <SearchOption
                        key={hit.reference.id}
                        id={optionId(at)}
                        isActive={active.value === at}
                        onChoose={() => choose(options[at])}
                      >
                        <SymbolMark name={hit.layer.symbol} />
                        <span>{text(hit.feature.properties.title)}</span>
                      </SearchOption>
                    );
                  })}
                </OptionGroup>
              );
            })}
          </div>
        </div>
      )}
    </search>
  );
}

/** A position as read, in ASCII digits and with hemispheres: “29.5° N, 60.87° E”. */
function readingText({ lng, lat }: Reading): string {
  const side = (value: number, positive: string, negative: string) =>
    `${Number(Math.abs(value).toFixed(5))}° ${value < 0 ? negative : positive}`;
  return `${side(lat, "N", "S")}, ${side(lng, "E", "W")}`;
}

interface OptionGroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function OptionGroup({ id, title, children }: OptionGroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a list box
    <div role="group" aria-labelledby={id}>
      <div class="search__group" id={id} role="presentation">
        {title}
      </div>
      {children}
    </div>
  );
}

interface SearchOptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function SearchOption({ id, isActive, onChoose, children }: SearchOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: options are reached by aria-activedescendant
    <div
      id={id}
      class="search__option"
      role="option"
      aria-selected={isActive}
      // Keeps the focus in the box, so that its list is still open when the press ends.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
