import type { Translate } from "../state/language/translate";
import type { FeatureReference } from "../state/view";
import { make, makeButton } from "./dom";

/** What a light map shows instead of a card: that a link names no record there is, or, with `retry`, that its text did not come. */
export const makeMissingCard = (
  { layer, id }: FeatureReference,
  translate: Translate,
  close: () => void,
  retry: (() => void) | null,
): HTMLElement =>
  make(
    "section",
    { class: "card" },
    make(
      "p",
      {},
      retry ? translate("embed.failed") : translate("card.missing-id", { id: `\u2068${layer}/${id}\u2069` }),
    ),
    retry && makeButton({ class: "button" }, retry, translate("action.retry")),
    makeButton({ class: "button" }, close, translate("action.close")),
  );
