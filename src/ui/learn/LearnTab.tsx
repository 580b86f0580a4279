import "../styles/late.css";
import "./learn.css";
import { useEffect, useState } from "preact/hooks";
import { OWN_LESSON_ID } from "../../state/lesson-steps";
import { useAtlas, useVoice } from "../context";
import { NotArrived } from "../NotArrived";
import OfflinePack from "../offline/OfflinePack";
import { CompareSection } from "./CompareSection";
import { GlossarySection } from "./GlossarySection";
import { LandSection } from "./LandSection";
import { LessonPlayer } from "./LessonPlayer";
import { LessonsSection } from "./LessonsSection";
import { OwnLessonPlayer } from "./OwnLessonPlayer";
import { OwnLessonSection } from "./OwnLessonSection";
import { PresentSection } from "./PresentSection";
import { keepPresenting } from "./presenting";
import { QuizSection } from "./QuizSection";
import { WorksheetSection } from "./WorksheetSection";

const SECTIONS = [
  { id: "lessons", Section: LessonsSection },
  { id: "quiz", Section: QuizSection },
  { id: "own", Section: OwnLessonSection },
  { id: "worksheet", Section: WorksheetSection },
  { id: "compare", Section: CompareSection },
  { id: "land", Section: LandSection },
  { id: "present", Section: PresentSection },
  { id: "glossary", Section: GlossarySection },
  { id: "offline", Section: OfflinePack },
] as const;
type SectionId = (typeof SECTIONS)[number]["id"];

/** The classroom: a lesson while the link names one, else everything a teacher may begin with. */
export default function LearnTab() {
  const { page } = useAtlas();
  const { translate } = useVoice();
  const [open, setOpen] = useState<SectionId>("lessons");
  const { lesson } = page.model.view.value;
  // What a section draws on the map, and the tool it put in hand, go with it.
  useEffect(
    () => () => {
      page.tool.value = null;
    },
    [page, open],
  );

  useEffect(() => keepPresenting(), []);

  if (lesson) {
    return (
      <div class="learn">
        {lesson.id === OWN_LESSON_ID ? <OwnLessonPlayer /> : <LessonPlayer place={lesson} />}
        <EngineNotArrived />
      </div>
    );
  }
  const Section = SECTIONS.find(({ id }) => id === open)?.Section ?? LessonsSection;
  return (
    <div class="learn">
      <fieldset class="learn__sections">
        <legend class="visually-hidden">{translate("learn.sections")}</legend>
        {SECTIONS.map(({ id }) => (
          <button key={id} type="button" class="button" aria-pressed={id === open} onClick={() => setOpen(id)}>
            {translate(`learn.section.${id}`)}
          </button>
        ))}
      </fieldset>
      <Section />
      <EngineNotArrived />
    </div>
  );
}

/** What parts of the classroom compute with did not arrive: without it their buttons rest. */
function EngineNotArrived() {
  const { page } = useAtlas();
  return page.measures.value === "failed" ? <NotArrived onRetry={page.wantMeasures} /> : null;
}
