import { z } from "zod";
import { sourceIds } from "./source";
import { id, LANGUAGES, plainText } from "./text";

/** A text in every language of the atlas: a lesson is complete or it is not shipped. */
export const fullText = z.strictObject({ en: plainText, ur: plainText, fa: plainText });
export type FullText = z.infer<typeof fullText>;

/** Subjects of the school timetable that a lesson serves. */
export const curriculumTag = z.enum([
  "physical-geography",
  "human-geography",
  "map-skills",
  "history",
  "economy",
  "mathematics",
  "media-literacy",
]);
export type CurriculumTag = z.infer<typeof curriculumTag>;

/** `layer/id` of a feature, as in links. */
const featureLink = z.string().regex(/^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/);

const choiceQuestion = z
  .strictObject({
    kind: z.literal("choice"),
    prompt: fullText,
    choices: z.array(fullText).min(2).max(5),
    answer: z.int().nonnegative().describe("index of the right choice"),
    explanation: fullText,
  })
  .refine((question) => question.answer < question.choices.length, {
    message: "the answer is not among the choices",
    path: ["answer"],
  });

const estimateQuestion = z.strictObject({
  kind: z.literal("estimate"),
  prompt: fullText,
  unit: z.enum(["km", "percent", "mm"]),
  answer: z.number().positive(),
  withinPercent: z.number().positive().max(50).describe("how far off a good estimate may be"),
  between: z
    .tuple([featureLink, featureLink])
    .nullable()
    .describe("the two places whose distance is the answer, or null when it is no distance"),
  explanation: fullText,
});

const openQuestion = z.strictObject({
  kind: z.literal("open"),
  prompt: fullText,
  answer: fullText.describe("what a good answer says; shown when the class has thought"),
});

/** A question about one step. */
export const question = z.discriminatedUnion("kind", [choiceQuestion, estimateQuestion, openQuestion]);
export type Question = z.infer<typeof question>;
export type ChoiceQuestion = z.infer<typeof choiceQuestion>;
export type EstimateQuestion = z.infer<typeof estimateQuestion>;

/** A link's fragment, as `encode` of src/state/permalink.ts writes it. */
const viewLink = z
  .string()
  .max(20_000)
  .regex(/^#v=1(&|$)/, "a view is the fragment of a link and begins with #v=1");

/** One step: what the class sees on the map, hears, and is asked. */
export const lessonStep = z.strictObject({
  title: fullText,
  text: fullText,
  notes: fullText.describe("for the teacher: what to point at, what to ask further"),
  view: viewLink,
  conflict: z.boolean().describe("hidden by the “geography only” setting"),
  terms: z.array(id).describe("glossary terms that the text uses"),
  question: question.nullable(),
  sources: sourceIds,
});
export type LessonStep = z.infer<typeof lessonStep>;

/** A lesson that ships with the atlas: `data/lessons/ID.json`. */
export const lesson = z.strictObject({
  schemaVersion: z.literal("1.0.0"),
  id,
  title: fullText,
  goal: fullText,
  ageFrom: z.int().min(8).max(18),
  minutes: z.int().positive().max(15),
  curriculum: z.array(curriculumTag).min(1),
  conflict: z.boolean().describe("the whole lesson is hidden by the “geography only” setting"),
  advisory: fullText.nullable().describe("what to know before showing the steps that touch on violence"),
  steps: z.array(lessonStep).min(6).max(8),
});
export type Lesson = z.infer<typeof lesson>;

/** A plain explanation of one word. */
export const glossaryTerm = z.strictObject({ id, term: fullText, definition: fullText });
export type GlossaryTerm = z.infer<typeof glossaryTerm>;

/** The words that the lessons explain: `data/lessons/glossary.json`. */
export const glossary = z.strictObject({ schemaVersion: z.literal("1.0.0"), terms: z.array(glossaryTerm) });
export type Glossary = z.infer<typeof glossary>;

/** One step of a lesson that somebody made on their own device; what is not wanted stays empty. */
export const ownStep = z.strictObject({
  title: z.string().max(200),
  text: z.string().max(4000),
  view: viewLink,
  question: z.string().max(500),
  answer: z.string().max(1000),
});
export type OwnStep = z.infer<typeof ownStep>;

/** A lesson that somebody made: a file, or part of a link. It names no person. */
export const ownLesson = z.strictObject({
  kind: z.literal("sarhad-lesson"),
  schemaVersion: z.literal("1.0.0"),
  language: z.enum(LANGUAGES),
  title: z.string().min(1).max(200),
  steps: z.array(ownStep).min(1).max(40),
});
export type OwnLesson = z.infer<typeof ownLesson>;
