import type { ComponentChildren } from "preact";
import type { Verdict } from "../../state/quiz";
import { useVoice } from "../context";

interface FeedbackProps {
  /** Null before there is an answer. */
  readonly verdict: Verdict | null;
  readonly children: ComponentChildren;
}

/** What becomes of an answer: said to screen readers as it appears, told by a sign and a word and not by colour alone. */
export function Feedback({ verdict, children }: FeedbackProps) {
  const { translate } = useVoice();
  return (
    <div role="status">
      {verdict && (
        <p class="feedback" data-verdict={verdict}>
          <strong>{translate(`learn.verdict-${verdict}`)}</strong> {children}
        </p>
      )}
    </div>
  );
}
