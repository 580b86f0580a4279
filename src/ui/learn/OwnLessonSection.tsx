import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OwnLesson, OwnStep } from "../../data/lesson";
import { withGeography } from "../../state/geography-only";
import { type FileFault, movedStep, newLesson, newStep, readLesson, writeLesson } from "../../state/lesson-file";
import { PACKED_LIMIT, packText } from "../../state/lesson-link";
import { OWN_LESSON_ID } from "../../state/lesson-steps";
import { encode } from "../../state/permalink";
import { START_VIEW } from "../../state/view";
import { CopyField } from "../CopyField";
import { useAtlas, useVoice } from "../context";
import { Fetching } from "./Fetching";
import { OwnStepFields } from "./OwnStepFields";
import { isKept, isSetAside, keepOwnLesson, ownLesson } from "./own-lesson-store";
import { saveText } from "./save";
import { showStep } from "./stepping";
import { useLoaded } from "./use-loaded";

/** A file of more bytes is no lesson and is not even read. */
const FILE_BYTES = 4_000_000;

/** Writing a lesson, once the one kept on this device is back: nothing is to take its place before. */
export function OwnLessonSection() {
  const kept = useLoaded(keepOwnLesson);
  return kept.state === "ready" ? <LessonForm /> : <Fetching loaded={kept} />;
}

/** Arrange the map, add a step, write to it; save it as a file or a link. Nothing leaves the device. */
function LessonForm() {
  const { page, shell } = useAtlas();
  const { translate, language, number } = useVoice();
  const { model } = page;
  const [fault, setFault] = useState<FileFault | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const lesson = ownLesson.value ?? newLesson(language, translate("own.untitled"));

  const change = (part: Partial<OwnLesson>) => {
    setLink(null);
    ownLesson.value = { ...lesson, ...part };
  };
  const list = useRef<HTMLOListElement>(null);
  /** The place among the steps to which the focus goes once they are drawn, and the button there. */
  const wanted = useRef<{ readonly at: number; readonly button: string } | null>(null);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { at, button } = wanted.current;
    wanted.current = null;
    const item = list.current?.children[at];
    // At either end of the lesson only the other direction can be pressed.
    (
      item?.querySelector<HTMLElement>(`${button}:enabled`) ?? item?.querySelector<HTMLElement>("[data-move]:enabled")
    )?.focus();
  });
  const move = (at: number, by: 1 | -1) => {
    wanted.current = { at: at + by, button: `[data-move="${by}"]` };
    change({ steps: [...movedStep(lesson.steps, at, at + by)] });
    shell.announce(translate("own.moved", { step: number(at + by + 1), count: number(lesson.steps.length) }));
  };
  const changeStep = (at: number, step: OwnStep) =>
    change({ steps: lesson.steps.map((known, index) => (index === at ? step : known)) });

  const open = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > FILE_BYTES) {
      setFault({ key: "learn.fault-size" });
      return;
    }
    const read = await file
      .text()
      .then(readLesson)
      .catch(() => null);
    setFault(read?.ok ? null : (read?.fault ?? { key: "learn.fault-unread" }));
    if (!read?.ok) return;
    const mayReplace = lesson.steps.length === 0 || window.confirm(translate("own.replace-sure"));
    if (mayReplace) ownLesson.value = read.lesson;
  };
  const makeLink = async () => {
    const packed = await packText(JSON.stringify(lesson)).catch(() => null);
    if (packed === null || packed.length > PACKED_LIMIT) {
      setFault({ key: packed === null ? "learn.fault-no-link" : "learn.fault-size" });
      return;
    }
    const view = {
      ...START_VIEW,
      language: lesson.language,
      filters: withGeography({}, model.geographyOnly.peek()),
      lesson: { id: OWN_LESSON_ID, step: 1 },
      ownLesson: packed,
    };
    setLink(new URL(encode(view), location.href).href);
  };
  const first = lesson.steps[0];
  return (
    <section class="learn__form" aria-label={translate("learn.section.own")}>
      <p>{translate("own.intro")}</p>
      <label class="field">
        <span>{translate("own.title")}</span>
        <input maxLength={200} value={lesson.title} onInput={(event) => change({ title: event.currentTarget.value })} />
      </label>
      <ol ref={list} class="plain-list learn__form">
        {lesson.steps.map((step, at) => (
          <OwnStepFields
            key={at}
            step={step}
            at={at}
            count={lesson.steps.length}
            onChange={(changed) => changeStep(at, changed)}
            onMove={(by) => move(at, by)}
            onRemove={() => change({ steps: lesson.steps.filter((_, index) => index !== at) })}
          />
        ))}
      </ol>
      <button
        type="button"
        class="button button--main"
        disabled={lesson.steps.length >= 40}
        onClick={() => change({ language, steps: [...lesson.steps, newStep(model.view.peek())] })}
      >
        {translate("own.add")}
      </button>
      <div class="player__nav">
        <button
          type="button"
          class="button"
          disabled={!first}
          onClick={() => first && showStep(model, first.view, { id: OWN_LESSON_ID, step: 1 })}
        >
          {translate("own.preview")}
        </button>
        <button
          type="button"
          class="button"
          disabled={!first || lesson.title === ""}
          onClick={() => saveText("lesson.sarhad.json", "application/json", writeLesson(lesson))}
        >
          {translate("own.save")}
        </button>
        <button type="button" class="button" disabled={!first || lesson.title === ""} onClick={() => void makeLink()}>
          {translate("own.link")}
        </button>
        <button
          type="button"
          class="button"
          disabled={ownLesson.value === null}
          onClick={() => {
            if (window.confirm(translate("own.clear-sure"))) ownLesson.value = null;
          }}
        >
          {translate("own.clear")}
        </button>
      </div>
      {link && <CopyField label={translate("own.link-label")} text={link} lines={4} />}
      <label class="button file-button">
        {translate("own.open")}
        <input
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <div role="alert">{fault && <p class="failure">{translate(fault.key, fault.values)}</p>}</div>
      {isSetAside.value && <p class="failure">{translate("own.set-aside")}</p>}
      <p class="quiet">{translate(isKept.value ? "own.kept" : "own.not-kept")}</p>
    </section>
  );
}
