import { formatDate } from "../state/language/format";
import { make } from "./dom";
import type { LightSession } from "./light-session";

/** Which data a pinned view shows, and what has been corrected since; null for a view that is not pinned. */
export function makePinNotice(session: LightSession, isKnown: boolean): HTMLElement | null {
  const { view, data, translate } = session;
  if (view.pin === null) return null;
  const version = `\u2068${view.pin}\u2069`;
  if (!isKnown) return make("p", { class: "embed__pin" }, translate("pin.unknown", { version }));
  const { corrections, language } = data;
  const kept = make("p", {}, translate("pin.kept", { version }));
  if (corrections.length === 0) return make("div", { class: "embed__pin" }, kept);
  return make(
    "details",
    { class: "embed__pin" },
    make("summary", {}, translate("pin.corrected", { version, count: corrections.length })),
    make(
      "ul",
      { class: "plain-list" },
      ...corrections.map(({ date, text }) =>
        make(
          "li",
          {},
          `${formatDate(date, language)}: `,
          text[language] === undefined ? make("bdi", { lang: "en" }, text.en) : text[language],
        ),
      ),
    ),
  );
}
