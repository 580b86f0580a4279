import { LIMIT_MILLISECONDS, TimeoutError, WorkerError } from "../../geo/compute";
import { InputError } from "../../geo/input-error";
import type { useVoice } from "../context";

/** Why something could not be computed, in the reader's language; what no catalogue foresees as the error says it. */
export function failureText(error: Error, { translate, number }: ReturnType<typeof useVoice>): string {
  if (error instanceof InputError && error.fault === "out-of-range" && error.input === "chainage") {
    return translate("fault.off-the-line", { km: number(Number(error.value) / 1000) });
  }
  if (error instanceof InputError) return translate(`fault.${error.fault}`, { value: error.value });
  if (error instanceof TimeoutError) {
    return translate("measure.timeout", { seconds: number(LIMIT_MILLISECONDS / 1000, 0) });
  }
  if (error instanceof WorkerError) return translate("measure.worker-failed");
  return error.message;
}
