import { useId } from "preact/hooks";
import { useAtlas, useVoice } from "./context";

interface CopyFieldProps {
  readonly label: string;
  /** Text for machines or for pasting: always left to right, in ASCII digits. */
  readonly text: string;
  readonly lines?: number;
}

/** A text to copy, by button or by hand. */
export function CopyField({ label, text, lines = 1 }: CopyFieldProps) {
  const { shell } = useAtlas();
  const { translate } = useVoice();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      shell.announce(translate("copy.done"));
    } catch {
      // Some embedding pages forbid the clipboard: leave the text marked, for the reader to copy.
      const field = document.getElementById(id);
      if (field instanceof HTMLTextAreaElement) field.select();
      shell.announce(translate("copy.by-hand"));
    }
  };
  return (
    <div class="copy">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        readOnly
        lang="en"
        dir="ltr"
        rows={lines}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button" onClick={() => void copy()}>
        {translate("copy.action")}
      </button>
    </div>
  );
}
