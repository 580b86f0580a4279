import { useState } from "preact/hooks";
import { ENCODINGS, type Encoding } from "../../data/own/decode";
import type { ImportFault } from "../../data/own/import-error";
import { useVoice } from "../context";
import type { Incoming, Step } from "./steps";

interface FailedStepProps {
  readonly step: Extract<Step, { at: "failed" }>;
  readonly onAgain: (incoming: Incoming) => void;
  readonly onNext: () => void;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** What another encoding may mend. */
const OF_ENCODING: readonly ImportFault[] = ["not-utf8", "utf16", "not-encoding"];

/** Why a file could not be read at all, and what may help. The atlas is as it was. */
export function FailedStep({ step: { name, error, blob }, onAgain, onNext }: FailedStepProps) {
  const { translate, number } = useVoice();
  const { fault, detail } = error;
  const [encoding, setEncoding] = useState<Encoding>(fault === "utf16" ? "utf-16le" : "windows-1256");
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
      {blob && OF_ENCODING.includes(fault) && (
        <form
          class="own-data__form"
          onSubmit={(event) => {
            event.preventDefault();
            onAgain({ blob, name, encoding });
          }}
        >
          <p>{translate("mine.encoding-note")}</p>
          <label class="field">
            <span>{translate("mine.encoding")}</span>
            <select
              value={encoding}
              onChange={(event) => {
                const chosen = ENCODINGS.find((one) => one === event.currentTarget.value);
                if (chosen) setEncoding(chosen);
              }}
            >
              {ENCODINGS.map((one) => (
                <option key={one} value={one}>
                  {translate(`mine.encoding-${one}`)}
                </option>
              ))}
            </select>
          </label>
          <p class="own-data__buttons">
            <button type="submit" class="button button--main">
              {translate("mine.encoding-again")}
            </button>
          </p>
        </form>
      )}
      <p>
        <button type="button" class="button" onClick={onNext}>
          {translate("mine.another")}
        </button>
      </p>
    </>
  );
}
