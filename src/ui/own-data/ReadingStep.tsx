import { useVoice } from "../context";
import type { Step } from "./steps";

interface ReadingStepProps {
  readonly step: Extract<Step, { at: "reading" }>;
  readonly onCancel: () => void;
}

/** How far reading has come, and a way to stop it. */
export function ReadingStep({ step, onCancel }: ReadingStepProps) {
  const { translate } = useVoice();
  return (
    <>
      <p id="own-reading">
        {translate("mine.reading")} <bdi>{step.name}</bdi>
      </p>
      <progress class="own-data__progress" aria-labelledby="own-reading" value={step.share ?? undefined} max={1} />
      <p>
        <button type="button" class="button" data-begin onClick={onCancel}>
          {translate("mine.cancel")}
        </button>
      </p>
    </>
  );
}
