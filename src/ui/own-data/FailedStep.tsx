import type { ImportError } from "../../data/own/import-error";
import { useVoice } from "../context";

interface FailedStepProps {
  readonly name: string;
  readonly error: ImportError;
  readonly onNext: () => void;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Why a file could not be read at all. The atlas is as it was. */
export function FailedStep({ name, error, onNext }: FailedStepProps) {
  const { translate, number } = useVoice();
  const { fault, detail } = error;
  const shown = fault === "too-large" ? `${number(Number(detail) / BYTES_PER_MEGABYTE)} MB` : detail;
  return (
    <>
      <h3 tabIndex={-1} data-begin>
        {translate("mine.failed")}
      </h3>
      <p class="failure" role="alert">
        <bdi>{name}</bdi>: {translate(`mine.fault-${fault}`)} {shown !== "" && <bdi dir="ltr">({shown})</bdi>}
      </p>
      <p class="quiet">{translate("mine.unchanged")}</p>
      <p>
        <button type="button" class="button" onClick={onNext}>
          {translate("mine.another")}
        </button>
      </p>
    </>
  );
}
