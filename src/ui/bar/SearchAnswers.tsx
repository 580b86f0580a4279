import "../styles/rows.css";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import type { Layer } from "../../data/manifest";
import { cameraFor } from "../../state/camera";
import type { CoordinateAnswer, Reading } from "../../state/coordinates";
import type { Hit } from "../../state/search";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { SymbolMark } from "../SymbolMark";
import { createSearch } from "./finder";
import { optionId, type SearchQuestion } from "./question";
import { SearchNotArrived } from "./SearchNotArrived";

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

/** What was found for the question in the search box: a grouped list of options, which its keys go through. */
export default function SearchAnswers({ question }: { readonly question: SearchQuestion }) {
  const { page, shell } = useAtlas();
  const { translate, text, number } = useVoice();
  const { model } = page;
  const { id, query, isOpen, active } = question;
  const { findings, hasFailed, ask } = useMemo(() => createSearch(model), [model]);

  const groups = groupByLayer(findings.value.hits);
  const readings = readingsOf(findings.value.coordinates);
  const options: readonly Option[] = [
    ...readings.map((reading): Option => ({ kind: "position", reading })),
    ...groups.flat().map((hit): Option => ({ kind: "feature", hit })),
  ];
  const isAmbiguous = findings.value.coordinates?.kind === "ambiguous";
  const refusal = findings.value.coordinates?.kind === "refused" ? findings.value.coordinates.reason : null;
  const hasAnswer = query.value.trim() !== "" && findings.value.query === query.value;

  const hint = () => {
    if (refusal) return translate(`coordinates.${refusal}`);
    if (isAmbiguous) return translate("coordinates.ambiguous");
    return hasAnswer && options.length === 0 && !findings.value.whole ? translate("search.none") : null;
  };

  useEffect(() => {
    if (isOpen.value) void ask(query.value);
  }, [query.value, isOpen.value]);

  useEffect(() => {
    if (!hasAnswer || !isOpen.value || findings.value.whole) return;
    shell.announce(hint() ?? translate("search.count", { count: options.length }));
  }, [findings.value]);

  const choose = (option: Option | undefined) => {
    question.isEntered = false;
    if (!option) return;
    question.close();
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

  /** Answers whether the key was one of the list's. */
  const onKey = ({ key }: KeyboardEvent): boolean => {
    const last = options.length - 1;
    if (key === "ArrowDown" && options.length > 0) {
      isOpen.value = true;
      active.value = active.value >= last ? 0 : active.value + 1;
    } else if (key === "ArrowUp" && options.length > 0) {
      active.value = active.value <= 0 ? last : active.value - 1;
    } else if (key === "Enter") {
      if (hasFailed.value) void ask(query.value);
      if (isOpen.value && hasAnswer) choose(options[active.value] ?? (isAmbiguous ? undefined : options[0]));
      else question.isEntered = true;
    } else return false;
    document.getElementById(optionId(id, active.value))?.scrollIntoView({ block: "nearest" });
    return true;
  };

  const groupTitle = (layer: Layer, shown: number) => {
    const [title, count] = [text(layer.title), findings.value.rowCounts.get(layer.id)];
    return count === undefined
      ? `${title} (${number(shown)})`
      : translate("search.rows", { title, shown: number(shown), count: number(count) });
  };
  useEffect(() => {
    if (question.isEntered && isOpen.value && hasAnswer) choose(isAmbiguous ? undefined : options[0]);
  }, [findings.value]);

  const message = hint();
  const isListShown = isOpen.value && options.length > 0;
  // Keys may come as soon as the list is seen.
  useLayoutEffect(() => {
    question.isListShown.value = isListShown;
    question.onKey.value = onKey;
  });
  useEffect(
    () => () => {
      question.isListShown.value = false;
      question.onKey.value = null;
    },
    [question],
  );
  if (!isOpen.value || (message === null && !isListShown && !hasFailed.value)) return null;
  let index = -1;
  return (
    <div class="search__answer">
      {hasFailed.value && <SearchNotArrived onRetry={() => void ask(query.peek())} />}
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
                  id={optionId(id, at)}
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
                    id={optionId(id, at)}
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
