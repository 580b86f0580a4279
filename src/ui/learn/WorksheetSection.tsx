import { useEffect, useState } from "preact/hooks";
import { PAPERS, type Paper, WORKSHEET_KINDS, type WorksheetKind } from "../../picture/worksheet";
import { visibleLessons, visibleSteps } from "../../state/lesson-steps";
import { loadLessons } from "../../state/lessons";
import { useAtlas, useVoice } from "../context";
import { NotArrived } from "../NotArrived";
import { removeSheets, showSheets } from "../print-sheets";
import { useEngine } from "./engine";
import { useLoaded } from "./use-loaded";
import { makeSheets } from "./worksheet-sheets";

/** Pages to print from the map as it is: blank, outline, labelled, answers. */
export function WorksheetSection() {
  const { page } = useAtlas();
  const { translate, text, language } = useVoice();
  const ask = useEngine();
  const lessons = useLoaded(loadLessons);
  const [paper, setPaper] = useState<Paper>("A4");
  const [kinds, setKinds] = useState<readonly WorksheetKind[]>(["outline", "answers"]);
  const [title, setTitle] = useState(() => translate("worksheet.title-default"));
  const [lessonId, setLessonId] = useState("");
  const [hasFailed, setHasFailed] = useState(false);
  const [isReady, setIsReady] = useState(false);
  const geographyOnly = page.model.geographyOnly.value;
  useEffect(() => removeSheets, []);

  const make = async (isPrinted: boolean) => {
    if (!ask) return;
    setHasFailed(false);
    const lesson = lessons.state === "ready" ? lessons.value.find(({ id }) => id === lessonId) : undefined;
    const questions = (lesson ? visibleSteps(lesson, geographyOnly) : []).flatMap(({ step: { question } }) => {
      if (!question) return [];
      if (question.kind === "choice") {
        const right = question.choices[question.answer];
        const choices = question.choices.map(text).join(" / ");
        return [{ question: `${text(question.prompt)} ${choices}`, answer: right ? text(right) : "" }];
      }
      const answer = question.kind === "open" ? text(question.answer) : text(question.explanation);
      return [{ question: text(question.prompt), answer }];
    });
    try {
      const sheets = await makeSheets(page, ask, { paper, kinds, title, questions, language, translate });
      showSheets(sheets, paper);
      setIsReady(true);
      if (isPrinted) window.print();
    } catch {
      setHasFailed(true);
    }
  };
  return (
    <section class="learn__form" aria-label={translate("learn.section.worksheet")}>
      <p>{translate("worksheet.intro")}</p>
      <label class="field">
        <span>{translate("worksheet.title")}</span>
        <input maxLength={80} value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <fieldset class="choice">
        <legend>{translate("worksheet.pages")}</legend>
        <div class="choice__values">
          {WORKSHEET_KINDS.map((kind) => (
            <label key={kind} class="chip">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={(event) => {
                  const isOn = event.currentTarget.checked;
                  setKinds(WORKSHEET_KINDS.filter((known) => (known === kind ? isOn : kinds.includes(known))));
                }}
              />
              {translate(`worksheet.kind-${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span>{translate("worksheet.paper")}</span>
        <select value={paper} onChange={(event) => setPaper(event.currentTarget.value === "Letter" ? "Letter" : "A4")}>
          {Object.keys(PAPERS).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{translate("worksheet.questions")}</span>
        <select value={lessonId} onChange={(event) => setLessonId(event.currentTarget.value)}>
          <option value="">{translate("worksheet.no-questions")}</option>
          {lessons.state === "ready" &&
            visibleLessons(lessons.value, geographyOnly).map(({ id, title: name }) => (
              <option key={id} value={id}>
                {text(name)}
              </option>
            ))}
        </select>
      </label>
      {lessons.state === "failed" && <NotArrived onRetry={lessons.retry} />}
      <button
        type="button"
        class="button button--main"
        disabled={!ask || kinds.length === 0}
        onClick={() => void make(true)}
      >
        {translate("worksheet.print")}
      </button>
      <div role="status">
        {hasFailed && <p class="failure">{translate("part.failed")}</p>}
        {isReady && !hasFailed && <p class="quiet">{translate("worksheet.ready")}</p>}
      </div>
      <p class="quiet">{translate("worksheet.note")}</p>
    </section>
  );
}
