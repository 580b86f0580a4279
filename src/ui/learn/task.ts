import type { QuizKind, QuizQuestion, Verdict } from "../../state/quiz";

/** A question of one kind, and who is told how it was answered. */
export interface TaskProps<Kind extends QuizKind> {
  readonly question: Extract<QuizQuestion, { readonly kind: Kind }>;
  readonly onJudged: (verdict: Verdict) => void;
}
