import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { useAtlas, useVoice } from "../context";
import { Icon } from "../Icon";
import { optionId, type SearchQuestion } from "./question";
import { SearchNotArrived } from "./SearchNotArrived";

function createQuestion(id: string): SearchQuestion {
  const [isOpen, active] = [signal(false), signal(-1)];
  return {
    id,
    query: signal(""),
    isOpen,
    isListShown: signal(false),
    isEntered: false,
    active,
    onKey: signal<SearchQuestion["onKey"]["value"]>(null),
    close() {
      isOpen.value = false;
      active.value = -1;
    },
  };
}

interface Answering {
  readonly Answers: ComponentType<{ readonly question: SearchQuestion }>;
}

/** Finds places and events by name, and takes coordinates. A combobox; its list of answers comes when it is first used. */
export function SearchBox() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const id = useId();
  const question = useMemo(() => createQuestion(id), [id]);
  const [answering, setAnswering] = useState<Answering | "failed" | null>(null);
  const isAsked = useRef(false);
  const { query, isOpen, isListShown, active } = question;

  const fetchAnswers = () => {
    if (isAsked.current) return;
    isAsked.current = true;
    Promise.all([import("./SearchAnswers"), page.soonMessages()]).then(
      ([{ default: Answers }]) => setAnswering({ Answers }),
      () => {
        // The next letter asks again, as the button beside the message does.
        isAsked.current = false;
        setAnswering("failed");
      },
    );
  };
  const ask = (value: string) => {
    fetchAnswers();
    query.value = value;
    active.value = -1;
    question.isEntered = false;
    isOpen.value = value.trim() !== "";
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isOfList = question.onKey.peek()?.(event) ?? false;
    if (!isOfList) {
      if (event.key === "Enter") {
        question.isEntered = true;
        fetchAnswers();
      }
      if (event.key !== "Escape" || query.value === "") return;
      if (isOpen.value) question.close();
      else ask("");
    }
    event.preventDefault();
  };

  return (
    <search class="search">
      <label class="search__field">
        <span class="visually-hidden">{translate("search.label")}</span>
        <Icon name="search" />
        <input
          id="search"
          type="search"
          // The types know a combobox only with a datalist; this one has a list box of its own.
          {...({
            role: "combobox",
            "aria-autocomplete": "list",
            "aria-expanded": String(isListShown.value),
            "aria-controls": `${id}-list`,
          } as Record<string, string>)}
          autoComplete="off"
          spellcheck={false}
          dir={query.value === "" ? undefined : "auto"}
          placeholder={translate("search.placeholder")}
          {...(active.value >= 0 && { "aria-activedescendant": optionId(id, active.value) })}
          value={query.value}
          onInput={(event) => ask(event.currentTarget.value)}
          onFocus={() => ask(query.value)}
          onBlur={question.close}
          onKeyDown={onKeyDown}
        />
      </label>
      {answering === "failed"
        ? isOpen.value && (
            <div class="search__answer">
              <SearchNotArrived onRetry={fetchAnswers} />
            </div>
          )
        : answering && <answering.Answers question={question} />}
    </search>
  );
}
