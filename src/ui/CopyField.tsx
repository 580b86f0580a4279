import "./copy.css";
import { useEffect, useId, useState } from "preact/hooks";
import { useVoice } from "./context";

interface CopyFieldProps {
  readonly label: string;
  /** Text for machines or for pasting: always left to right, in ASCII digits. */
  readonly text: string;
  readonly lines?: number;
}

/** A text to copy, by button or by hand; what became of it is said beside the button, within any dialog. */
export function CopyField({ label, text, lines = 1 }: CopyFieldProps) {
  const { translate } = useVoice();
  const id = useId();
  const [outcome, setOutcome] = useState<"copy.done" | "copy.by-hand" | null>(null);
  useEffect(() => setOutcome(null), [text]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copy.done");
    } catch {
      // Some embedding pages forbid the clipboard: leave the text marked, for the reader to copy.
      const field = document.getElementById(id);
      if (field instanceof HTMLTextAreaElement) field.select();
      setOutcome("copy.by-hand");
    }
  };
  return (
    <div class="copy">
      <label for={id}>{label}</label>
      <p class="copy__said quiet" role="status">
        {outcome && translate(outcome)}
      </p>
      <button type="button" class="button" onClick={() => void copy()}>
        {translate("copy.action")}
      </button>
      <textarea
        id={id}
        readOnly
        lang="en"
        dir="ltr"
        rows={lines}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
